package org.breachledger.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.calendar.London;
import org.breachledger.incident.Moment;
import org.jspecify.annotations.Nullable;

/** How moments, days and sizes are written on the pages: Europe/London, in words where shorter. */
final class Shown {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(London.ZONE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  /** As {@link org.breachledger.pipeline.jobs.RunRequest#businessKey()} writes it; hours in UTC. */
  private static final Pattern BUSINESS_DATE =
      Pattern.compile(
          "(?<day>\\d{4}-\\d\\d-\\d\\d)(?:T(?<hour>[01]\\d|2[0-3])Z)?"
              + "(?: anchor (?<anchor>\\d{4}-\\d\\d-\\d\\d))?");

  private Shown() {}

  static String moment(@Nullable Timestamp at) {
    return at == null ? "" : MOMENT.format(at.toInstant());
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** A moment with what is known of it: to the minute, the day only, or nothing but that it was. */
  static String moment(Moment moment) {
    if (moment instanceof Moment.At at) {
      return moment(at.instant());
    }
    if (moment instanceof Moment.Either either) {
      return moment(either.first()) + " (an hour that came twice)";
    }
    return moment.londonDay().map(Shown::day).orElse("on an unknown day");
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** For when a run was made: a London day, an hour, or a day with the end of what it compares. */
  static String businessDate(String key) {
    Matcher part = BUSINESS_DATE.matcher(key);
    if (!part.matches()) {
      return key;
    }
    LocalDate day = LocalDate.parse(part.group("day"));
    String hour = part.group("hour");
    String anchor = part.group("anchor");
    return (hour == null
            ? day(day)
            : moment(day.atTime(Integer.parseInt(hour), 0).toInstant(ZoneOffset.UTC)))
        + (anchor == null ? "" : ", halves to " + day(LocalDate.parse(anchor).minusDays(1)));
  }

  /** The time between two moments; empty where the second has not come. */
  static String took(Timestamp from, @Nullable Timestamp to) {
    if (to == null) {
      return "";
    }
    Duration time = Duration.between(from.toInstant(), to.toInstant());
    if (time.toSeconds() < 1) {
      return "under a second";
    }
    if (time.toMinutes() < 1) {
      return time.toSeconds() == 1 ? "1 second" : time.toSeconds() + " seconds";
    }
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  static String bytes(long count) {
    if (count < 1024) {
      return count + " bytes";
    }
    return count < 1024 * 1024
        ? Math.round(count / 1024.0) + " KB"
        : "%.1f MB".formatted(count / 1024.0 / 1024.0);
  }
}

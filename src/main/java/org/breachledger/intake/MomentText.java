package org.breachledger.intake;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them, with or without a time of day: {@code 2024-01-04T09:30},
 * {@code 04/01/2024}, {@code 4-Jan-24}, {@code 13.6.2023 9.30}, {@code 2021 Feb 04 12:00:00 AM},
 * {@code Thursday 4th January 2024}, {@code January 4, 2024}, {@code 20240104}, {@code 2pm on 4 Jan
 * 2024}. Two-digit years are 2000 to 2069 and 1970 to 1999; a year outside 1970 to 2099 is no date.
 * A weekday beside a date that can be read both ways tells which reading is meant. A minus behind a
 * time is an offset where a program wrote it, with T or with seconds; people who write {@code
 * 09:00-10:30} mean two times.
 */
final class MomentText {

  private static final String WEEKDAY =
      "(?<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)"
          + "(?:day|nesday|rsday|sday|urday)?";
  private static final Pattern BEFORE =
      Pattern.compile(
          "^[('\\s]*(?:on\\s+)?(?:" + WEEKDAY + "[\\s,.]+)?(?:the\\s+)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEHIND =
      Pattern.compile("^[\\s,(-]+" + WEEKDAY + "\\b[),.]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern IDLE = Pattern.compile("[\\s.,;)]+$");
  private static final Pattern JOIN =
      Pattern.compile("^(?:T(?=\\d)|[\\s,;@]|[–-]\\s)+", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "((?:at\\s+)?\\d{1,2}(?:[:.]\\d{2}){0,2}\\s*(?:[ap]\\.?m\\b\\.?)?(?:\\s*(?:hrs?|hours))?)"
              + "[\\s,]+(?:on\\s+)?(\\S.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern OFFSET =
      Pattern.compile("(.*?)\\s*(Z|GMT|UTC|BST|[+-]\\d{2}:?\\d{2})");
  private static final Pattern YEAR = Pattern.compile("19[7-9]\\d|20\\d\\d");
  private static final Pattern BY_PROGRAM =
      Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}(?:T|\\s\\d{2}:\\d{2}:\\d{2})");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final int LONGEST = 60;

  private MomentText() {}

  /** The date written; empty where the text is none, or says more than a date and a time. */
  static Optional<WrittenMoment> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    WrittenMoment usual = StrokedMoment.find(text);
    if (usual != null) {
      return Optional.of(usual);
    }
    boolean byProgram = BY_PROGRAM.matcher(text).lookingAt();
    Optional<WrittenMoment> read = begin(text).flatMap(day -> whole(day, byProgram));
    return read.isPresent() ? read : timeFirst(plain(text));
  }

  /** The day with which a text begins, a weekday before or behind it taken into account. */
  static Optional<DayText> begin(String text) {
    String written = plain(text);
    if (!written.isEmpty() && Character.isDigit(written.charAt(0))) {
      return DayText.begin(written).map(day -> weekdayBehind(day, null));
    }
    Matcher before = BEFORE.matcher(written);
    boolean found = before.find();
    String weekday = found ? before.group("weekday") : null;
    return DayText.begin(found ? written.substring(before.end()) : written)
        .map(day -> weekdayBehind(day, weekday));
  }

  private static DayText weekdayBehind(DayText day, @Nullable String before) {
    if (day.rest().isEmpty() && before == null) {
      return day;
    }
    Matcher behind = BEHIND.matcher(day.rest());
    boolean found = behind.find();
    String weekday = found ? behind.group("weekday") : before;
    return new DayText(
        weekday == null ? day.day() : day.day().on(weekday),
        found ? day.rest().substring(behind.end()) : day.rest(),
        day.shortYear());
  }

  private static String plain(String text) {
    String written = DASHES.matcher(text.strip()).replaceAll("-");
    boolean ends =
        written.isEmpty() || Character.isLetterOrDigit(written.charAt(written.length() - 1));
    return ends ? written : IDLE.matcher(written).replaceFirst("");
  }

  private static Optional<WrittenMoment> whole(DayText day, boolean byProgram) {
    String time = IDLE.matcher(JOIN.matcher(day.rest()).replaceFirst("")).replaceFirst("");
    if (time.isEmpty()) {
      return Optional.of(day.day());
    }
    if (day.shortYear() && YEAR.matcher(time).matches()) {
      return Optional.empty();
    }
    Matcher offset = OFFSET.matcher(time);
    if (offset.matches()) {
      if (offset.group(2).startsWith("-") && !byProgram) {
        return Optional.empty();
      }
      return offset(offset.group(2))
          .flatMap(from -> TimeText.parse(offset.group(1)).map(at -> day.day().at(at, from)));
    }
    return TimeText.parse(time).map(clock -> day.day().at(clock, null));
  }

  /** Numbers with points on both sides could be two dates. */
  private static Optional<WrittenMoment> timeFirst(String written) {
    Matcher match = TIME_FIRST.matcher(written);
    return match.matches() && !(match.group(1).matches("[\\d.]+") && match.group(2).contains("."))
        ? TimeText.parse(match.group(1))
            .flatMap(
                clock ->
                    begin(match.group(2))
                        .filter(day -> day.rest().isBlank())
                        .map(day -> day.day().at(clock, null)))
        : Optional.empty();
  }

  private static Optional<ZoneOffset> offset(String written) {
    try {
      return Optional.of(
          switch (written) {
            case "GMT", "UTC" -> ZoneOffset.UTC;
            case "BST" -> ZoneOffset.ofHours(1);
            default -> ZoneOffset.of(written);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package org.breachledger.pipeline.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.breachledger.calendar.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * A run as somebody asks for it: a person, the schedule or the demo.
 *
 * @param anchor the first day after the current six months; null for the first of the as-of's month
 * @param filesUntil files dropped later are left to a later run; null where none is
 */
public record RunRequest(
    String job, AsOf asOf, @Nullable LocalDate anchor, @Nullable Instant filesUntil) {

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'Z'").withZone(ZoneOffset.UTC);

  /** A run that takes in every file there is. */
  public RunRequest(String job, AsOf asOf, @Nullable LocalDate anchor) {
    this(job, asOf, anchor, null);
  }

  /** A run made up for: it takes in what had been dropped when its bell should have rung. */
  public static RunRequest late(String job, Instant bell) {
    return new RunRequest(job, new AsOf(bell), null, bell);
  }

  /** The anchor of the six-month comparison of this run. */
  public LocalDate comparedAt() {
    return anchor == null ? asOf.anchor() : anchor;
  }

  /** The business date: the London day of the as-of; for the hourly watch its UTC hour. */
  public String businessKey() {
    String date =
        job.equals("watch-deadlines") ? HOUR.format(asOf.instant()) : asOf.day().toString();
    return anchor == null ? date : date + " anchor " + anchor;
  }

  /** The same at another moment of its business date. */
  RunRequest at(AsOf other) {
    return new RunRequest(job, other, anchor, filesUntil);
  }
}

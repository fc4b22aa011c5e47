package org.breachledger.pipeline.exports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.breachledger.calendar.London;
import org.breachledger.incident.Moment;

/** A moment as exports write it: a moment carries its offset, a date stays a date. */
final class MomentColumn {

  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(London.ZONE);

  private MomentColumn() {}

  static String of(Instant instant) {
    return OFFSET.format(instant);
  }

  static String of(Moment moment) {
    if (moment instanceof Moment.At at) {
      return of(at.instant());
    }
    if (moment instanceof Moment.Either either) {
      return of(either.first()) + "/" + of(either.second());
    }
    return moment.written();
  }
}

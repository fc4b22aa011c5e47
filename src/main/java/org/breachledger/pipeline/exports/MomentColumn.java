package org.breachledger.pipeline.exports;

import org.breachledger.calendar.London;
import org.breachledger.incident.Moment;

/** A moment as exports write it: a moment carries its offset, a date stays a date. */
final class MomentColumn {

  private MomentColumn() {}

  static String of(Moment moment) {
    if (moment instanceof Moment.At at) {
      return London.written(at.instant());
    }
    if (moment instanceof Moment.Either either) {
      return London.written(either.first()) + "/" + London.written(either.second());
    }
    return moment.written();
  }
}

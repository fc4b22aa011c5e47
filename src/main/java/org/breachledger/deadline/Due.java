package org.breachledger.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.breachledger.incident.Moment.Span;

/**
 * Until when a duty can be done in time.
 *
 * @param moment the due moment
 * @param inclusive whether done exactly then is still in time
 */
record Due(Instant moment, boolean inclusive) {

  static Due at(Instant moment) {
    return new Due(moment, true);
  }

  static Due before(Instant moment) {
    return new Due(moment, false);
  }

  /** Whether whatever happened in the span happened in time for certain. */
  boolean surelyMet(Span done) {
    return (inclusive || done.open())
        ? !done.latest().isAfter(moment)
        : done.latest().isBefore(moment);
  }

  /** Whether whatever happened in the span happened too late for certain. */
  boolean surelyMissed(Span done) {
    return passedAt(done.earliest());
  }

  /** Whether it is too late at this moment. */
  boolean passedAt(Instant now) {
    return inclusive ? now.isAfter(moment) : !now.isBefore(moment);
  }

  /** The last whole second that is still in time. */
  Instant lastSecond() {
    Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
    return inclusive || !second.equals(moment) ? second : second.minus(Duration.ofSeconds(1));
  }
}

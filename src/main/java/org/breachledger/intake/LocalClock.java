package org.breachledger.intake;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Moment;

/** The clock on the wall where a log was written, in its time zone. */
record LocalClock(ZoneId zone) {

  /**
   * The moment of a local time: both readings in October's repeated hour; empty in March's skipped
   * hour, when no clock showed it.
   */
  Optional<Moment> read(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return switch (offsets.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Moment.At(local.toInstant(offsets.get(0))));
      default ->
          Optional.of(
              new Moment.Either(local.toInstant(offsets.get(0)), local.toInstant(offsets.get(1))));
    };
  }
}

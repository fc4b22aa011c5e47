package org.breachledger.alerting;

import java.time.Instant;
import java.util.Optional;

/** Words an occasion of an alert's life for the analyst's own tools, where they are to hear. */
@FunctionalInterface
public interface AlertNews {

  /** For installations whose analyst has no such tools. */
  AlertNews NONE = (alert, occasion, at) -> Optional.empty();

  /**
   * The message of an occasion.
   *
   * @param occasion such as {@code raised} or {@code decided-2}
   */
  Optional<OutboxMessage> of(Alert alert, String occasion, Instant at);
}

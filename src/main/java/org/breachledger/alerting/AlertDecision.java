package org.breachledger.alerting;

import java.time.LocalDate;
import java.util.Optional;
import org.breachledger.casework.ByWhom;

/**
 * What was decided about an alert: a measure, who owns it and until when.
 *
 * @param due the last day, inclusive
 * @param why free text of a person; stays in the record
 */
public record AlertDecision(Measure measure, ByWhom owner, LocalDate due, Optional<String> why) {

  /** Names the measure only. */
  @Override
  public String toString() {
    return "AlertDecision[" + measure.code() + "]";
  }
}

package org.breachledger.keeping;

import java.time.Instant;

/**
 * A retention period as the trust's people set it.
 *
 * @param schoolId {@link #EVERY_OTHER} for every school that has none of its own
 * @param byRole the code of a role of the policy profile
 * @param setAt by the clock
 */
public record RetentionSetting(int schoolId, RetentionPeriod period, String byRole, Instant setAt) {

  /** Stands for every school that has no setting of its own. */
  public static final int EVERY_OTHER = 0;

  /** Whether it is one school's own. */
  public boolean own() {
    return schoolId != EVERY_OTHER;
  }
}

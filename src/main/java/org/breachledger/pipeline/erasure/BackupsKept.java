package org.breachledger.pipeline.erasure;

import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * For how many days any backup of this installation is kept, whoever makes it: only its people know
 * that, so there is no default.
 *
 * @param days empty where nobody said
 */
public record BackupsKept(Optional<Integer> days) {

  /** {@code BREACHLEDGER_BACKUPS_KEPT_DAYS} in the environment. */
  static final String SETTING = "breachledger.backups.kept.days";

  private static final int CENTURY = 36_525;

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException where it is no number of days from 1 to a century
   */
  public static BackupsKept from(Environment environment) {
    String written = environment.getProperty(SETTING, "").strip();
    if (written.isEmpty()) {
      return new BackupsKept(Optional.empty());
    }
    if (!written.matches("[1-9]\\d{0,4}") || Integer.parseInt(written) > CENTURY) {
      throw new IllegalArgumentException(
          "BREACHLEDGER_BACKUPS_KEPT_DAYS is the whole number of days for which any backup is kept,"
              + " from 1 to 36525");
    }
    return new BackupsKept(Optional.of(Integer.valueOf(written)));
  }
}

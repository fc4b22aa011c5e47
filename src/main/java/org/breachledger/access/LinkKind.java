package org.breachledger.access;

import java.time.Duration;
import java.util.Locale;

/** Why somebody gets a link to choose a password, and how long it is good for. */
public enum LinkKind {
  /** The first password of a new account: people read mail after a weekend. */
  INVITATION(Duration.ofHours(72)),
  /** A new password for one that was forgotten. */
  RESET(Duration.ofHours(1));

  private final Duration lasts;

  LinkKind(Duration lasts) {
    this.lasts = lasts;
  }

  /** The word in the store. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How long after it was made. */
  public Duration lasts() {
    return lasts;
  }
}

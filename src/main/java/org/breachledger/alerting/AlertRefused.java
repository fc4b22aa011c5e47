package org.breachledger.alerting;

/** A step of an alert's life that cannot be taken, with a sentence for the person who asked. */
public final class AlertRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final boolean unknown;

  private AlertRefused(String sentence, boolean unknown) {
    super(sentence);
    this.unknown = unknown;
  }

  /** An alert the trust does not have. */
  public static AlertRefused unknown(long alertId) {
    return new AlertRefused(
        "there is no alert " + alertId + "; \"alerts\" lists those there are", true);
  }

  /** Known, but not to be done now. */
  public static AlertRefused now(String sentence) {
    return new AlertRefused(sentence, false);
  }

  /** Whether it was asked for wrongly; otherwise it stands against the record. */
  public boolean wrongUsage() {
    return unknown;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

package org.breachledger.intake;

/** Carries a refusal out of the depth of a reader; {@link LogReader} turns it into a value. */
public final class RefusedFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  /** Refuses a file. */
  public RefusedFile(Refused refused) {
    super(refused.sentence());
    this.refused = refused;
  }

  /** Refuses a file because of a fault that some reader met. */
  public RefusedFile(Refused refused, Throwable cause) {
    super(refused.sentence(), cause);
    this.refused = refused;
  }

  /** The refusal. */
  public Refused refused() {
    return refused;
  }
}

package org.breachledger.casework.store;

/** Something that cannot be recorded of a case, with a sentence for the person who asked. */
public final class CaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final boolean unknown;

  private CaseRefused(String sentence, boolean unknown) {
    super(sentence);
    this.unknown = unknown;
  }

  /** A school, incident, subject or word nobody knows, or a moment that cannot be. */
  static CaseRefused unknown(String sentence) {
    return new CaseRefused(sentence, true);
  }

  /** Known, but not to be done now. */
  static CaseRefused now(String sentence) {
    return new CaseRefused(sentence, false);
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

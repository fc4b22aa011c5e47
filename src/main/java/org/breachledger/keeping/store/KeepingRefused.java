package org.breachledger.keeping.store;

/** A hold that cannot be placed or lifted now, with a sentence for the person who asked. */
public final class KeepingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeepingRefused(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

package org.breachledger.pipeline.imports;

/** Why an original cannot be kept or given back: the message says what, where and what to do. */
public final class ArchiveRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveRefused(String sentence) {
    super(sentence);
  }

  /** What says why. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

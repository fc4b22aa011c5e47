package org.breachledger.pipeline.cli;

/** Something asked for that does not exist or cannot be: the message says what and what to do. */
public final class WrongUsage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses with a sentence. */
  public WrongUsage(String sentence) {
    super(sentence);
  }
}

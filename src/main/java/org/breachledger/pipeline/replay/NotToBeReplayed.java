package org.breachledger.pipeline.replay;

/** Why a run cannot be replayed, in a sentence for the person who asked. */
public final class NotToBeReplayed extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;

  NotToBeReplayed(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What to tell who asked. */
  public String sentence() {
    return sentence;
  }
}

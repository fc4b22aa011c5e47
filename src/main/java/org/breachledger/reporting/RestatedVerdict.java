package org.breachledger.reporting;

/**
 * A verdict that an earlier edition gave and that is another one now.
 *
 * @param type the breach type's title
 */
public record RestatedVerdict(String type, HalfVerdict published, HalfVerdict now) {

  /** Whether it could not be judged then, and there were none in either half. */
  boolean foundNone() {
    return published == HalfVerdict.INSUFFICIENT_DATA && now == HalfVerdict.NONE;
  }

  /** Both verdicts in a sentence. */
  public String sentence() {
    return "The verdict on \""
        + type
        + "\" was \""
        + published.words()
        + "\"; it is now \""
        + now.words()
        + "\".";
  }
}

package org.breachledger.reporting;

/**
 * A verdict that an earlier edition gave and that is another one now.
 *
 * @param type the breach type's title
 * @param some whether the one now speaks of some of the schools only
 */
public record RestatedVerdict(String type, HalfVerdict published, HalfVerdict now, boolean some) {

  /** Where no school is left out. */
  public RestatedVerdict(String type, HalfVerdict published, HalfVerdict now) {
    this(type, published, now, false);
  }

  /** Whether it could not be judged then, and there were none in either half. */
  boolean foundNone() {
    return published == HalfVerdict.INSUFFICIENT_DATA && now == HalfVerdict.NONE && !some;
  }

  /** Both verdicts in a sentence. */
  public String sentence() {
    return "The verdict on \""
        + type
        + "\" was \""
        + published.words()
        + "\"; it is now \""
        + now.words()
        + (some ? ", complete schools" : "")
        + "\".";
  }
}

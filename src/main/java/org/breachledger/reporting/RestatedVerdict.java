package org.breachledger.reporting;

/**
 * A verdict that an earlier edition gave and that is another one now.
 *
 * @param type the breach type's title
 */
public record RestatedVerdict(String type, HalfVerdict published, HalfVerdict now) {

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

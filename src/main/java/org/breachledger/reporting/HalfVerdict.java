package org.breachledger.reporting;

/**
 * Whether incidents of a type became fewer from one half to the next, in the words a governor reads
 * [002]. The names are the codes of the exports.
 */
public enum HalfVerdict {
  NOT_REDUCED("Not reduced", "\u25b2", true, false),
  NEW("New this half", "\u25cf", true, false),
  INSUFFICIENT_DATA("Cannot tell", "?", false, false),
  REDUCED("Reduced", "\u25bc", false, true),
  CEASED("Ceased", "\u25bd", false, true),
  NONE("None in either half", "\u2013", false, false);

  private final String words;
  private final String mark;
  private final boolean alert;
  private final boolean fell;

  HalfVerdict(String words, String mark, boolean alert, boolean fell) {
    this.words = words;
    this.mark = mark;
    this.alert = alert;
    this.fell = fell;
  }

  /** The verdict as a reader sees it. */
  public String words() {
    return words;
  }

  /** One sign beside the words, so that a page can be scanned; says nothing the words do not. */
  public String mark() {
    return mark;
  }

  /** Whether this verdict becomes a message to the ICT security analyst. */
  public boolean alert() {
    return alert;
  }

  /** Whether incidents became fewer; silence without returns never is. */
  public boolean fell() {
    return fell;
  }
}

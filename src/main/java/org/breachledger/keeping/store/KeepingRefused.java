package org.breachledger.keeping.store;

import java.util.List;

/** What the rules of keeping forbid now, with a sentence for the person who asked. */
public final class KeepingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 10;

  KeepingRefused(String sentence) {
    super(sentence);
  }

  /** The first of what stands in the way, and how many more do. */
  static String named(List<String> all) {
    return String.join("; ", all.subList(0, Math.min(all.size(), MOST_NAMED)))
        + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

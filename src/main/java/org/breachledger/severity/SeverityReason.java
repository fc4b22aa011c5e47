package org.breachledger.severity;

import java.util.List;

/**
 * A factor that was counted, once, with every source that gave it.
 *
 * @param factor the factor
 * @param sources where it came from, in words: the factors column, a condition, the computed repeat
 */
public record SeverityReason(Factor factor, List<String> sources) {

  /** Copies the sources. */
  public SeverityReason {
    sources = List.copyOf(sources);
  }

  /** The reason as a reader sees it: code, weight, words and sources. */
  public String words() {
    return factor.code()
        + " "
        + factor.signed()
        + " ("
        + factor.words()
        + "; "
        + String.join("; ", sources)
        + ")";
  }
}

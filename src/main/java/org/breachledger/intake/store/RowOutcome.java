package org.breachledger.intake.store;

import java.util.Arrays;

/** What becomes of a row: each row read is in just one. */
public enum RowOutcome {
  IMPORTED("imported", "new"),
  IMPORTED_WITH_GAPS("imported-with-gaps", "new, with gaps"),
  UPDATED("updated", "changed"),
  UNCHANGED("unchanged", "unchanged"),
  RETURNED("returned", "returned"),
  SKIPPED("skipped", "skipped");

  private final String code;
  private final String word;

  RowOutcome(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The word used in the store, in row sums and in exports. */
  public String code() {
    return code;
  }

  /** The word a person reads. */
  public String word() {
    return word;
  }

  /**
   * The outcome of that code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static RowOutcome of(String code) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no outcome " + code));
  }
}

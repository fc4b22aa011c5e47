package org.breachledger.intake;

import java.util.List;

/**
 * A column that was read into a field because of its values; for the person who sends the file, and
 * for nobody else.
 *
 * @param sheet the sheet's name; empty for text files
 * @param heading its heading, or its letter
 * @param field the field's code
 * @param samples its first different values, cut short; they may name people
 */
public record Guess(String sheet, String heading, String field, List<String> samples) {

  /** Copies the samples. */
  public Guess {
    samples = List.copyOf(samples);
  }

  /** Names the column, not its values. */
  @Override
  public String toString() {
    return "Guess[" + heading + " = " + field + "]";
  }
}

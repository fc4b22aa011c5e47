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

  /** What is told of it to everybody, so that who knows better can object: its values stay out. */
  public String note() {
    return (sheet.isEmpty() ? "The log" : "Sheet \"" + sheet + "\"")
        + ": \""
        + heading
        + "\" was read as "
        + field.replace('_', ' ')
        + ", guessed from its values; if that is wrong, say what the column holds when you send the"
        + " file (--map \""
        + heading
        + "=FIELD\", or ="
        + Mapping.IGNORE
        + ").";
  }

  /** Names the column, not its values. */
  @Override
  public String toString() {
    return "Guess[" + heading + " = " + field + "]";
  }
}

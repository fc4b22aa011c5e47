package org.breachledger.reporting;

import java.time.LocalDate;
import org.breachledger.incident.RowRef;

/**
 * A signal of an access log that nobody has decided on; whom it is about stays in the record.
 *
 * @param number its number
 * @param title what the rule found, in its words
 * @param school as the log has it; empty where nobody said
 * @param day the London day of its first line
 * @param row its first line
 */
public record WaitingSignal(long number, String title, String school, LocalDate day, RowRef row)
    implements Traced {

  /** The number as a heading of its row. */
  public String numberWords() {
    return "Signal " + number;
  }

  /** The school, or that nobody said. */
  public String schoolWords() {
    return school.isBlank() ? "Not said" : school;
  }

  /** The day in words. */
  public String dayWords() {
    return Words.day(day);
  }
}

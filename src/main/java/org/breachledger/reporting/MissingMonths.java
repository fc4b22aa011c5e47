package org.breachledger.reporting;

import java.time.YearMonth;
import java.util.List;

/** A school and the months of either half for which it sent neither a log nor a nil return. */
public record MissingMonths(String school, List<YearMonth> months) {

  /** Copies the list. */
  public MissingMonths {
    months = List.copyOf(months);
  }

  /** The months in words. */
  public String monthWords() {
    return Words.months(months);
  }
}

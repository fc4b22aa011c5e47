package org.breachledger.intake;

import java.util.List;

/**
 * What the rows of a sheet told beside their dates.
 *
 * @param guesses the columns that were read into a field because of their values
 * @param unclearDates the columns of dates of which nothing says what happened then
 * @param beside the columns of a table of counts beside the log, which are not read
 * @param keys by what its first rows are known again in another sheet
 */
record Findings(List<Guess> guesses, List<String> unclearDates, List<String> beside, RowKeys keys) {

  /** Copies the lists. */
  Findings {
    guesses = List.copyOf(guesses);
    unclearDates = List.copyOf(unclearDates);
    beside = List.copyOf(beside);
  }
}

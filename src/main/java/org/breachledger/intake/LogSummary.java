package org.breachledger.intake;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a log before its rows are taken.
 *
 * @param profile the layout it was recognised by; null where its headings' own words decided
 * @param sheets the sheets whose log is read, in the order they are read in; at least one
 * @param covers the months the log states it covers, by option, title, sheet names or file name;
 *     empty where it states none
 * @param allSchools whether it covers its months for all schools
 * @param dates how its dates order day and month
 * @param notes what the sender is told: hidden things, how dates were read
 * @param guesses the columns that were read into a field because of their values, with some of
 *     these: for the sender's eyes only
 */
public record LogSummary(
    @Nullable String profile,
    List<LogSheet> sheets,
    SortedSet<YearMonth> covers,
    boolean allSchools,
    DateOrder dates,
    List<FileNote> notes,
    List<Guess> guesses) {

  /** Copies, so that a summary never changes. */
  public LogSummary {
    sheets = List.copyOf(sheets);
    covers = Collections.unmodifiableSortedSet(new TreeSet<>(covers));
    notes = List.copyOf(notes);
    guesses = List.copyOf(guesses);
  }

  /** The sheet with most rows, the first of equals: the one a summary line names. */
  public LogSheet mainSheet() {
    return sheets.stream()
        .max(
            Comparator.comparingInt(LogSheet::rowsRead)
                .thenComparing(LogSheet::number, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** How many rows are read in all sheets. */
  public int rowsRead() {
    return sheets.stream().mapToInt(LogSheet::rowsRead).sum();
  }
}

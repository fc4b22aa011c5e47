package org.breachledger.messy;

import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;

/** What must be true of a whole file, in the words a {@link MessySheet} uses. */
final class FileFacts {

  private FileFacts() {}

  /** A message where the fact is not true; none where it is. */
  static List<String> differences(String fact, LogSummary summary) {
    String notes = summary.notes().stream().map(FileNote::code).collect(Collectors.joining(", "));
    LogSheet sheet = summary.mainSheet();
    int blank = fact.lastIndexOf(' ');
    String got =
        switch (fact.split(" ")[0]) {
          case "headings" -> "headings in row " + sheet.headerRow();
          case "note" ->
              (", " + notes + ", ").contains(", " + fact.substring(blank + 1) + ", ")
                  ? fact
                  : "notes " + notes;
          case "no" ->
              (", " + notes + ", ").contains(", " + fact.substring(blank + 1) + ", ")
                  ? "notes " + notes
                  : fact;
          case "covers" ->
              "covers "
                  + summary.covers().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", "));
          case "unmapped" -> "unmapped " + String.join(", ", sheet.unmapped());
          case "dates" -> "dates " + summary.dates();
          case "sheets" ->
              "sheets "
                  + summary.sheets().stream().map(LogSheet::name).collect(Collectors.joining(", "));
          case "profile" -> "profile " + summary.profile();
          default -> throw new IllegalArgumentException("no fact of a file: " + fact);
        };
    return got.equals(fact) ? List.of() : List.of("expected: " + fact + "\n    got:      " + got);
  }
}

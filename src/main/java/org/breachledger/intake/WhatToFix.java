package org.breachledger.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which a returned row tells its sender what to fix, and by which it is known again
 * when it comes back.
 */
public final class WhatToFix {

  /** The heading of the one column that a workbook of returned rows adds. */
  public static final String HEADING = "What to fix";

  private static final int LONGEST_QUOTE = 80;
  private static final int LONGEST = 8_000;

  private static final Pattern ORDER =
      Pattern.compile(
          "Row \\d+ of .*; dates there are ("
              + DateOrder.DMY.words()
              + "|"
              + DateOrder.MDY.words()
              + ")\\..*",
          Pattern.DOTALL);

  private WhatToFix() {}

  /** Whether a cell is the heading of our own column. */
  static boolean is(GridCell cell) {
    return cell.text().strip().equalsIgnoreCase(HEADING);
  }

  /**
   * The line above the headings; it says that this is an incident log, in words the reader knows.
   */
  public static String title(long importId) {
    return "Incident log: rows to fix from import "
        + importId
        + ". Change the coloured cells, save this file and import it.";
  }

  /** The line that keeps the school where no column names it. */
  public static String school(String name) {
    return "School: " + name;
  }

  /** All that is to be fixed in a row: where it stood, how dates are read, then fault by fault. */
  public static String of(ReadRow row, List<Notice> reasons, DateOrder dates) {
    String text =
        Stream.concat(Stream.of(where(row, dates)), reasons.stream().map(WhatToFix::sentence))
            .collect(Collectors.joining("\n"));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  private static String where(ReadRow row, DateOrder dates) {
    return "Row "
        + row.row()
        + (row.sheetName().isEmpty() ? " of the file" : " of sheet \"" + row.sheetName() + "\"")
        + (dates == DateOrder.UNDECIDED ? "" : "; dates there are " + dates.words())
        + ".";
  }

  /** One fault, with its column. */
  private static String sentence(Notice notice) {
    return notice.column().isEmpty()
        ? "Needed: " + notice.expected() + ". " + notice.toDo()
        : notice.column() + ": " + inCell(notice);
  }

  /** One fault as the note of its own cell says it: what was read, what is expected, what to do. */
  public static String inCell(Notice notice) {
    return (notice.read().isEmpty() ? "" : "read \"" + quote(notice.read()) + "\"; ")
        + "expected "
        + notice.expected()
        + ". "
        + notice.toDo();
  }

  private static String quote(String read) {
    String line = read.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }

  /** The order of day and month that a cell of our column states; empty where it states none. */
  static Optional<DateOrder> order(String text) {
    Matcher match = ORDER.matcher(text);
    return match.matches()
        ? Stream.of(DateOrder.values())
            .filter(order -> order.words().equals(match.group(1)))
            .findFirst()
        : Optional.empty();
  }
}

package org.breachledger.intake;

import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * A date whose day, month and year have a column each.
 *
 * @param day the column of the day of the month, from 0
 * @param month the column of the month, as a number, a name or a date in it
 * @param year the column of the year
 */
record DateParts(int day, int month, int year) {

  private static final String[] NAMES = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final Pattern IDLE_ZEROS = Pattern.compile("(\\d+)\\.0+");

  /**
   * The three cells as one: a text such as {@code 4 Jan 2024}, blank where all three are. What is
   * no date stays as it is written, so that the gap shows it.
   */
  GridCell join(GridRow row) {
    if (row.cell(day).blank() && row.cell(month).blank() && row.cell(year).blank()) {
      return GridCell.BLANK;
    }
    String first = number(row.cell(day));
    String last = number(row.cell(year));
    boolean numbered = !first.isEmpty() && Character.isDigit(first.charAt(0));
    String all =
        numbered
            ? first + " " + month(row.cell(month)) + " " + last
            : last + " " + month(row.cell(month)) + " " + first;
    return GridCell.text(all.replaceAll(" +", " "));
  }

  private static String month(GridCell cell) {
    LocalDateTime held = cell.time();
    if (held != null) {
      return NAMES[held.getMonthValue() - 1];
    }
    String text = number(cell);
    boolean numbered = text.matches("0?[1-9]|1[0-2]");
    return numbered ? NAMES[Integer.parseInt(text) - 1] : text;
  }

  private static String number(GridCell cell) {
    return IDLE_ZEROS.matcher(cell.text()).replaceFirst("$1");
  }
}

package org.breachledger.messy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.intake.Notice;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;

/**
 * Outcomes of rows as lines a DPO could check: {@code 2 imported | occurred=2024-01-04}, {@code 3
 * gaps unreadable_date@Date | occurred=-}, {@code 4 returned nothing_usable}, {@code 5-7 skipped
 * blank}. Only the fields that the expected line names are compared; {@code -} is unknown, {@code
 * [Heading]=text} an extra value, {@code #description=40000} its length, {@code ~school=elm hill}
 * its folded form.
 */
final class Outcomes {

  private Outcomes() {}

  /** The expected and the given lines that differ, each pair as two lines of a message. */
  static List<String> differences(List<String> expected, List<ReadRow> rows) {
    Map<String, String> wanted = byRow(expected);
    Map<String, ReadRow> given = new LinkedHashMap<>();
    rows.forEach(row -> given.put(place(row), row));
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (place, line) -> {
          ReadRow row = given.remove(place);
          String got = row == null ? "no such row" : described(row, line);
          if (!got.equals(line)) {
            differences.add("row " + place + "\n    expected: " + line + "\n    got:      " + got);
          }
        });
    given.forEach(
        (place, row) ->
            differences.add(
                "row " + place + "\n    expected: no such row\n    got:      " + outcome(row)));
    return differences;
  }

  private static Map<String, String> byRow(List<String> lines) {
    Map<String, String> byRow = new LinkedHashMap<>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      String before = byRow.put(line.substring(0, blank), line.substring(blank + 1));
      if (before != null) {
        throw new IllegalArgumentException("row " + line.substring(0, blank) + " stands twice");
      }
    }
    return byRow;
  }

  private static String place(ReadRow row) {
    String sheet = row.sheet() == 1 ? "" : row.sheet() + "!";
    int rows = row.outcome() instanceof Outcome.Skipped skipped ? skipped.rows() : 1;
    return sheet + row.row() + (rows == 1 ? "" : "-" + (row.row() + rows - 1));
  }

  /** The outcome with the fields that the expected line names. */
  private static String described(ReadRow row, String expected) {
    StringBuilder line = new StringBuilder(outcome(row));
    String[] parts = expected.split(" \\| ", -1);
    for (int i = 1; i < parts.length; i++) {
      String key = parts[i].substring(0, parts[i].indexOf('=', parts[i].indexOf(']') + 1));
      line.append(" | ").append(key).append('=').append(value(row, key));
    }
    return line.toString();
  }

  private static String value(ReadRow row, String key) {
    if (!(row.outcome() instanceof Outcome.Taken taken)) {
      return "-";
    }
    if (key.startsWith("[")) {
      return shown(taken.extra().getOrDefault(key.substring(1, key.length() - 1), "-"));
    }
    boolean length = key.startsWith("#");
    boolean folded = key.startsWith("~");
    Field field = Field.find(length || folded ? key.substring(1) : key).orElseThrow();
    String text = taken.facts().findText(field).orElse("-");
    if (length) {
      return String.valueOf(text.length());
    }
    return folded ? org.breachledger.incident.FoldedText.of(text) : shown(text);
  }

  private static String shown(String text) {
    return text.replace("\n", "⏎");
  }

  private static String outcome(ReadRow row) {
    if (row.outcome() instanceof Outcome.Taken taken) {
      return taken.gaps().isEmpty() ? "imported" : "gaps " + codes(taken.gaps());
    }
    if (row.outcome() instanceof Outcome.Returned returned) {
      return "returned " + codes(returned.reasons());
    }
    return "skipped " + ((Outcome.Skipped) row.outcome()).reason();
  }

  /** In the order of the alphabet: which is named first is no matter of right or wrong. */
  private static String codes(List<Notice> notices) {
    return notices.stream()
        .map(notice -> notice.code() + (notice.column().isEmpty() ? "" : "@" + notice.column()))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}

package org.breachledger.intake.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into the register.
 *
 * @param sheet the sheet's position, from 1
 * @param row the row as a spreadsheet shows it, from 1
 * @param outcome what reading made of it
 * @param facts what it says; nothing where it was returned or skipped
 * @param mapped the fields this sheet has a column for: only these can change a known incident
 * @param notices the gaps of a taken row or the reasons of a returned one, as JSON objects
 * @param extra columns no field was found for
 * @param print by which the row is known when it is sent again; null where it is not to be known
 */
public record IncomingRow(
    int sheet,
    int row,
    Read outcome,
    Facts facts,
    Set<Field> mapped,
    List<Map<String, String>> notices,
    Map<String, String> extra,
    @Nullable UUID print) {

  /** What reading made of a row. */
  public enum Read {
    TAKEN,
    RETURNED,
    SKIPPED
  }

  /** A row that is not known when it is sent again. */
  public IncomingRow(
      int sheet,
      int row,
      Read outcome,
      Facts facts,
      Set<Field> mapped,
      List<Map<String, String>> notices,
      Map<String, String> extra) {
    this(sheet, row, outcome, facts, mapped, notices, extra, null);
  }

  /** Copies the collections. */
  public IncomingRow {
    mapped = Set.copyOf(mapped);
    notices = List.copyOf(notices);
    extra = Map.copyOf(extra);
  }

  /** The text of a field, or null where it is unknown. */
  @Nullable String text(Field field) {
    return facts.findText(field).orElse(null);
  }
}

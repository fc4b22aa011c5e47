package org.breachledger.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a file that holds a log.
 *
 * @param number the sheet's position, from 1
 * @param name as its tab shows it; empty for text files
 * @param headerRow the row that names the columns, as a spreadsheet shows it
 * @param headings of all columns in order, each once
 * @param mapping heading to field, in the order of the sheet; several fields joined by {@code ;}
 * @param fields what its columns can tell; a field of which it has only the time is left out
 * @param unmapped the headings that feed no field; their cells are kept with the row
 * @param rowsRead how many rows below the headings are read, blank ones between included
 * @param school whose rows these are where they do not say; null where nothing says it
 * @param written the heading row as it is written, by column, below the rows of group headings that
 *     stand directly above it; at least one
 * @param fingerprint the same for the same headings in any order
 * @param decided what a person said of its columns, now or before, and what was guessed of them
 */
public record LogSheet(
    int number,
    String name,
    int headerRow,
    List<String> headings,
    Map<String, String> mapping,
    Set<Field> fields,
    List<String> unmapped,
    int rowsRead,
    @Nullable String school,
    List<List<String>> written,
    String fingerprint,
    KnownMapping decided) {

  /** Copies, so that a sheet never changes. */
  public LogSheet {
    headings = List.copyOf(headings);
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    fields = Set.copyOf(fields);
    unmapped = List.copyOf(unmapped);
    written = written.stream().map(List::copyOf).toList();
  }
}

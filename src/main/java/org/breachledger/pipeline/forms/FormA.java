package org.breachledger.pipeline.forms;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.exchange.SafeCsv;
import org.breachledger.incident.Field;

/**
 * Form A with what was filled in, as one row of a log in our own layout [004 4.5, 7.7].
 *
 * @param reference of the incident
 * @param school by its name on the register
 * @param cells what each column says; a field that is not there stays as it is on record
 * @param now fields that happen by sending it
 */
public record FormA(String reference, String school, Map<Field, String> cells, Set<Field> now) {

  /** The layout it is read by. */
  public static final String LAYOUT = "form-a";

  /** Copies the collections. */
  public FormA {
    Map<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(cells);
    cells = copy;
    now = now.isEmpty() ? Set.of() : EnumSet.copyOf(now);
  }

  /** Its bytes, sent at a moment: commas, quotes and line breaks come back as they were typed. */
  public byte[] bytes(Instant sent) {
    List<String> headings = new ArrayList<>(List.of("Form A number", "Form A school"));
    List<String> row = new ArrayList<>(List.of(safe(reference), safe(school)));
    cells.forEach(
        (field, said) -> {
          headings.add(field.code());
          row.add(safe(said));
        });
    for (Field field : now) {
      headings.add(field.code());
      row.add(sent.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    StringWriter out = new StringWriter();
    try (SafeCsv csv = SafeCsv.to(out, headings)) {
      csv.row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** No spreadsheet takes it for a formula; the blank is taken away when it is read. */
  private static String safe(String text) {
    return SafeCsv.guarded(text).equals(text) ? text : " " + text;
  }

  /** Tells nothing a person typed. */
  @Override
  public String toString() {
    return "FormA[" + cells.keySet() + "]";
  }
}

package org.breachledger.intake.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Field;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.incident.store.CopyText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a row in the text format of COPY, in the order of the columns it is sent to. */
final class IncomingLine {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private IncomingLine() {}

  /**
   * A row as one line, with its end.
   *
   * @param seq its place in the file
   * @param shape the number of what it speaks of
   * @param today the London day of the import's as-of; a later day has not happened yet
   * @param told what its words tell, in the order of their columns
   */
  static String of(
      IncomingRow row, int seq, int shape, LocalDate today, List<@Nullable String> told) {
    CountingDay written = CountingDay.find(row.facts()).orElse(null);
    CountingDay day = CountingDay.find(row.facts(), today).orElse(null);
    String urn = row.text(Field.SCHOOL_URN);
    String school = school(row.text(Field.SCHOOL), urn);
    List<@Nullable String> cells = new ArrayList<>();
    Collections.addAll(
        cells,
        Integer.toString(seq),
        Integer.toString(row.sheet()),
        Integer.toString(row.row()),
        row.outcome().name(),
        school,
        FoldedText.of(school == null ? "" : school),
        urn,
        row.text(Field.REFERENCE),
        day == null ? null : day.day().toString(),
        day == null ? null : day.from().code(),
        written == null ? null : written.day().toString(),
        written == null ? null : written.from().code(),
        key(row, Field.REPORTED_TYPE),
        key(row, Field.DESCRIPTION),
        key(row, Field.INDIVIDUALS),
        CountedAs.of(row.facts()).code(),
        "{" + row.mapped().stream().map(Field::code).collect(Collectors.joining(",")) + "}",
        FactsJson.write(row.facts()),
        JSON.writeValueAsString(row.notices()),
        row.extra().isEmpty() ? null : JSON.writeValueAsString(row.extra()),
        row.text(Field.REPORTER),
        Integer.toString(shape),
        row.print() == null ? null : row.print().toString());
    cells.addAll(told);
    return CopyText.line(cells);
  }

  /** Who is known by a number only is a school under that number, apart from all others. */
  private static @Nullable String school(@Nullable String name, @Nullable String urn) {
    boolean named = name != null && !FoldedText.of(name).isEmpty();
    return named || urn == null ? name : "URN " + urn;
  }

  private static String key(IncomingRow row, Field field) {
    String text = row.text(field);
    return text == null ? "" : FoldedText.of(text);
  }
}

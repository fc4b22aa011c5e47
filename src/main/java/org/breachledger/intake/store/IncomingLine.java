package org.breachledger.intake.store;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Field;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.json.FactsJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a row in the text format of COPY, in the order of the columns it is sent to. */
final class IncomingLine {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private IncomingLine() {}

  /**
   * A row as one line, without the line's end.
   *
   * @param seq its place in the file
   * @param shape the number of what it speaks of
   * @param today the London day of the import's as-of; a later day has not happened yet
   */
  static String of(IncomingRow row, int seq, int shape, LocalDate today) {
    CountingDay written = CountingDay.find(row.facts()).orElse(null);
    CountingDay day = CountingDay.find(row.facts(), today).orElse(null);
    String school = row.text(Field.SCHOOL);
    return List.of(
            Integer.toString(seq),
            Integer.toString(row.sheet()),
            Integer.toString(row.row()),
            row.outcome().name(),
            cell(school),
            cell(FoldedText.of(school == null ? "" : school)),
            cell(row.text(Field.SCHOOL_URN)),
            cell(row.text(Field.REFERENCE)),
            cell(day == null ? null : day.day().toString()),
            cell(day == null ? null : day.from().code()),
            cell(written == null ? null : written.day().toString()),
            cell(written == null ? null : written.from().code()),
            key(row, Field.REPORTED_TYPE),
            key(row, Field.DESCRIPTION),
            key(row, Field.INDIVIDUALS),
            CountedAs.of(row.facts()).code(),
            "{" + row.mapped().stream().map(Field::code).collect(Collectors.joining(",")) + "}",
            cell(FactsJson.write(row.facts())),
            cell(JSON.writeValueAsString(row.notices())),
            cell(row.extra().isEmpty() ? null : JSON.writeValueAsString(row.extra())),
            cell(row.text(Field.REPORTER)),
            Integer.toString(shape))
        .stream()
        .collect(Collectors.joining("\t"));
  }

  private static String key(IncomingRow row, Field field) {
    String text = row.text(field);
    return cell(text == null ? "" : FoldedText.of(text));
  }

  /** A cell in COPY's text format; a NUL cannot be stored and is dropped. */
  private static String cell(@Nullable String text) {
    if (text == null) {
      return "\\N";
    }
    StringBuilder cell = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> cell.append("\\\\");
        case '\t' -> cell.append("\\t");
        case '\n' -> cell.append("\\n");
        case '\r' -> cell.append("\\r");
        case 0 -> {}
        default -> cell.append(c);
      }
    }
    return cell.toString();
  }
}

package org.breachledger.pipeline.types;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Facts;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.types.ConfirmationLine.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the one incident a line speaks of, by school and reference or by the place of its row. */
final class IncidentSearch {

  /** An incident, or why none was found; exactly one of the two is null. */
  record Found(@Nullable Long incident, @Nullable String refusal) {}

  private static final String BY_PLACE =
      """
      select distinct r.incident_id
      from import_row r
      join import_file f on f.import_id = r.import_id
      join incident i on i.incident_id = r.incident_id
      where i.school_id = ? and r.import_id = ? and r.row = ? and ? = coalesce((
        select e ->> 'sheet' from jsonb_array_elements(f.sheets) e
        where (e ->> 'position')::int = r.sheet limit 1), '')
      """;

  private final JdbcClient jdbc;
  private final SchoolRegister schools;

  IncidentSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.schools = new SchoolRegister(jdbc);
  }

  Found find(ConfirmationLine line) {
    Optional<Integer> school = written(line.school()).flatMap(schools::find);
    if (school.isEmpty()) {
      return new Found(null, "there is no such school; write its URN, name or another known name");
    }
    if (line.reference().isEmpty() && line.place() == null) {
      return new Found(
          null, "it names no incident; write a reference, or import_id, source_sheet, source_row");
    }
    List<Long> found = byReference(school.get(), line.reference());
    Place place = line.place();
    if (found.size() != 1 && place != null) {
      List<Long> there = byPlace(school.get(), place);
      found = found.isEmpty() ? there : found.stream().filter(there::contains).toList();
    }
    return switch (found.size()) {
      case 0 -> new Found(null, "this school has no such incident; look it up in the export");
      case 1 -> new Found(found.get(0), null);
      default ->
          new Found(
              null,
              found.size()
                  + " incidents have this reference; add import_id, source_sheet, source_row");
    };
  }

  private List<Long> byReference(int school, String reference) {
    return written(reference)
        .map(
            words ->
                jdbc.sql(
                        "select incident_id from incident_glance"
                            + " where school_id = ? and reference_folded = lower(?)")
                    .params(school, words)
                    .query(Long.class)
                    .list())
        .orElse(List.of());
  }

  private List<Long> byPlace(int school, Place place) {
    return jdbc.sql(BY_PLACE)
        .params(school, place.importId(), place.row(), place.sheet())
        .query(Long.class)
        .list();
  }

  /** Without the apostrophe an export writes before what a spreadsheet would run. */
  private static Optional<String> written(String cell) {
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    String words = guarded ? cell.substring(1) : cell;
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  Facts facts(long incident) {
    return FactsJson.read(
        jdbc.sql("select facts::text from incident where incident_id = ?")
            .param(incident)
            .query(String.class)
            .single());
  }
}

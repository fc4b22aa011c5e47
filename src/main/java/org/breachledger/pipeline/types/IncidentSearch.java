package org.breachledger.pipeline.types;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Facts;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.normalise.store.TypeConfirmations;
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

  /**
   * What an incident held once an import was taken in; nothing where it came in later, or that
   * import was undone.
   */
  private static final String FACTS_AFTER =
      """
      select (case when i.import_id <= :import then i.facts else (
        select h.facts from incident_history h
        where h.trust_id = i.trust_id and h.incident_id = i.incident_id and h.import_id <= :import
        order by h.history_id desc limit 1) end)::text
      from incident i where i.incident_id = :incident and exists (
        select from import_file f where f.import_id = :import and f.status = 'imported')
      """;

  /** What an incident held when somebody last said anything of its type, withdrawals included. */
  private static final String FACTS_SPOKEN_OF =
      """
      select coalesce(%s, i.facts)::text from type_confirmation c
      join incident i on i.incident_id = c.incident_id
      where c.incident_id = ? order by c.confirmation_id desc limit 1
      """
          .formatted(TypeConfirmations.SEEN);

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
    Place place = line.place();
    if (line.reference().isEmpty() && (place == null || place.row() == 0)) {
      return new Found(
          null, "it names no incident; write a reference, or import_id, source_sheet, source_row");
    }
    List<Long> found = byReference(school.get(), line.reference());
    if (found.size() != 1 && place != null && place.row() > 0) {
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

  /** What was known of an incident after an import; empty where it was not on record then. */
  Optional<Facts> factsAfter(long importId, long incident) {
    return jdbc.sql(FACTS_AFTER)
        .param("import", importId)
        .param("incident", incident)
        .query(String.class)
        .optional()
        .map(FactsJson::read);
  }

  /**
   * What an incident held when somebody last confirmed or withdrew its type; empty where nobody
   * did.
   */
  Optional<Facts> factsSpokenOf(long incident) {
    return jdbc.sql(FACTS_SPOKEN_OF)
        .param(incident)
        .query(String.class)
        .optional()
        .map(FactsJson::read);
  }

  /** Whether a person is asked for the type of an incident, or may be once it is typed again. */
  boolean asksForType(long incident) {
    return jdbc.sql("select needs_review or stale_type from incident where incident_id = ?")
        .param(incident)
        .query(Boolean.class)
        .single();
  }
}

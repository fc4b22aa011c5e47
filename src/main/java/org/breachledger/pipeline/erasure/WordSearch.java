package org.breachledger.pipeline.erasure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds where the record holds a person's words or name, so that the DPO can answer that person.
 * Says in which records, not what stands there; case and quotation marks make no difference. Call
 * within a transaction.
 */
public final class WordSearch {

  /** By incident: what the place is called, and the rows that belong to it. */
  private static final Map<String, String> OF_INCIDENTS = ofIncidents();

  /** By another number: what it is called, where it is, and the rows. */
  private static final Map<String, String> OF_OTHERS = ofOthers();

  private static final String HITS =
      """
      select t.%1$s as id, count(*) as times from (%2$s) t
      where t.%1$s is not null and exists (
        select from jsonb_array_elements_text(?::jsonb) w
        where position(w in lower(translate(t::text, '"\\', ''))) > 0)
      group by 1
      """;

  private static final String NAMES =
      """
      select i.incident_id, coalesce(i.reference, '#' || i.incident_id) || ', ' || s.name as name
      from incident_glance i join school s using (trust_id, school_id)
      where i.incident_id = any (?::bigint[])
      """;

  private final JdbcClient jdbc;

  /** Searches the record of the trust at work. */
  public WordSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static Map<String, String> ofIncidents() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("the facts of the incident", "select * from incident");
    places.put("its reporter", "select * from incident_reporter");
    places.put("columns without a field", "select * from incident_extra");
    places.put("its history", "select * from incident_history");
    places.put("earlier reporters", "select * from reporter_said");
    places.put("earlier columns without a field", "select * from extra_said");
    places.put("gaps of its rows", "select * from import_row");
    places.put("reasons of its type", "select * from type_confirmation");
    places.put("decisions", "select * from case_decision");
    places.put(
        "lessons",
        "select d.incident_id, c.* from case_closure c join case_decision d using (trust_id, decision_id)");
    places.put("actions", "select * from case_action");
    places.put("reviews", "select * from case_review");
    places.put("signals of access logs", "select * from signal");
    places.put(
        "reasons of holds",
        "select h.incident_id, r.* from legal_hold_reason r join legal_hold h using (trust_id, hold_id)");
    places.put(
        "reasons to keep it",
        "select k.incident_id, r.* from retention_kept_reason r join retention_kept k using (trust_id, kept_id)");
    places.put(
        "reasons of redactions",
        "select x.incident_id, r.* from redaction_reason r join redaction x using (trust_id, redaction_id)"
            + " where x.incident_id is not null");
    return places;
  }

  private static Map<String, String> ofOthers() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put(
        "import: rows that belong to no incident",
        "select import_id as id, r.* from import_row r where incident_id is null");
    places.put(
        "import: its file's name, sheets and headings",
        "select import_id as id, f.* from import_file f");
    places.put(
        "import: how its headings were read",
        "select import_id as id, m.* from remembered_mapping m");
    places.put(
        "signal: of no incident",
        "select signal_id as id, s.* from signal s where incident_id is null");
    places.put(
        "import: reason of its redaction",
        "select x.import_id as id, r.* from redaction_reason r join redaction x using (trust_id, redaction_id)"
            + " where x.incident_id is null");
    places.put("school: its name", "select school_id as id, s.* from school s");
    places.put("school: another name of it", "select school_id as id, s.* from school_alias s");
    places.put(
        "school: reason of a hold",
        "select h.school_id as id, r.* from legal_hold_reason r join legal_hold h using (trust_id, hold_id)"
            + " where h.incident_id is null");
    places.put("alert: what was decided", "select alert_id as id, s.* from alert_step s");
    places.put("account: its label or address", "select user_id as id, u.* from user_account u");
    return places;
  }

  /**
   * Searches for any of these words or phrases.
   *
   * @return by subject; the words themselves are nowhere in it
   */
  public List<FoundWords> find(List<String> words) {
    String sought =
        JsonMapper.shared()
            .writeValueAsString(
                words.stream().map(WordSearch::plain).filter(word -> !word.isBlank()).toList());
    List<FoundWords> found = new ArrayList<>();
    OF_INCIDENTS.forEach((place, rows) -> incidents(found, place, rows, sought));
    OF_OTHERS.forEach((place, rows) -> others(found, place, rows, sought));
    found.sort(Comparator.comparing(FoundWords::subject));
    return found;
  }

  static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("[\"\\\\]", "");
  }

  private void incidents(List<FoundWords> found, String place, String rows, String sought) {
    Map<Long, Integer> hits = hits("incident_id", rows, sought);
    Map<Long, String> names = new LinkedHashMap<>();
    jdbc.sql(NAMES)
        .param("{" + String.join(",", hits.keySet().stream().map(String::valueOf).toList()) + "}")
        .query(
            row -> {
              names.put(row.getLong(1), row.getString(2));
            });
    hits.forEach(
        (id, times) ->
            found.add(
                new FoundWords(
                    names.getOrDefault(id, "incident " + id + ", taken off the register"),
                    place,
                    times)));
  }

  private void others(List<FoundWords> found, String place, String rows, String sought) {
    String kind = place.substring(0, place.indexOf(':'));
    hits("id", rows, sought)
        .forEach(
            (id, times) ->
                found.add(
                    new FoundWords(
                        kind + " " + id, place.substring(place.indexOf(':') + 2), times)));
  }

  private Map<Long, Integer> hits(String by, String rows, String sought) {
    Map<Long, Integer> hits = new LinkedHashMap<>();
    jdbc.sql(HITS.formatted(by, rows))
        .param(sought)
        .query(
            row -> {
              hits.put(row.getLong(1), row.getInt(2));
            });
    return hits;
  }
}

package org.breachledger.pipeline.erasure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds where the record holds a person's words or name, so that the DPO can answer that person.
 * Says in which records, not what stands there; words are compared as {@link FoldedWords} folds
 * them. Call within a transaction.
 */
public final class WordSearch {

  /** By incident: what the place is called, and the rows that belong to it. */
  private static final Map<String, String> OF_INCIDENTS = ofIncidents();

  /** By another number: what it is called, where it is, and the rows. */
  private static final Map<String, String> OF_OTHERS = ofOthers();

  /**
   * Of most rows it is enough to see that they do not hold the longest run of plain letters of any
   * words, which folding changes only where a row has one of {@link #CHANGING}. The values of the
   * others are folded, as JSON writes them all.
   */
  private static final String HITS =
      """
      with sought as materialized (
        select * from jsonb_to_recordset(?::jsonb) as w (words text, run text)),
      likely as (
        select t.%1$s as id, to_jsonb(t) as row from (%2$s) t
        cross join lateral (select t::text as text offset 0) raw
        where t.%1$s is not null and (
          exists (
            select from (select lower(translate(raw.text, '"\\', '')) as text offset 0) l,
              sought s
            where position(s.run in l.text) > 0)
          or octet_length(raw.text) <> length(raw.text)
            and raw.text ~ ?)),
      said as (
        select t.id, lower(regexp_replace(translate(normalize(translate(replace(replace(replace(replace(
            replace(replace(v.texts, '\\\\', ''), '\\n', ' '), '\\r', ' '), '\\t', ' '), '\\f', ' '),
            '\\u000b', ' '), ?, ?), nfkc), ?, ?), ' +', ' ', 'g')) as words
        from likely t
        cross join lateral (
          select string_agg(c.value::text, ' | ') as texts from jsonb_each(t.row) c
          where jsonb_typeof(c.value) in ('string', 'array', 'object') offset 0) v
        offset 0)
      select id, count(*) as times from said
      where exists (select from sought s where position(s.words in said.words) > 0)
      group by 1
      """;

  /** What no folding takes apart. */
  private static final Pattern RUN = Pattern.compile("[a-z0-9]+");

  /** Any of the signs and letters that folding drops, or makes plain letters or figures of. */
  private static final String CHANGING = changing();

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

  private static String changing() {
    StringBuilder these = new StringBuilder("[");
    for (int point = 0x80; point <= 0x1ffff; point++) {
      if (changes(point)) {
        these.appendCodePoint(point).append('-');
        while (changes(point + 1)) {
          point++;
        }
        these.appendCodePoint(point);
      }
    }
    return these.append(']').toString();
  }

  private static boolean changes(int point) {
    String folded = FoldedWords.of(Character.toString(point));
    return folded.isEmpty() || RUN.matcher(folded).find();
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
        "import: headings of columns without a field",
        "select import_id as id, s.* from row_shape s where extra <> '{}'");
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
                words.stream()
                    .map(
                        word ->
                            Map.of("words", FoldedWords.of(word).strip(), "run", longestRun(word)))
                    .filter(word -> !Objects.equals(word.get("words"), ""))
                    .toList());
    List<FoundWords> found = new ArrayList<>();
    OF_INCIDENTS.forEach((place, rows) -> incidents(found, place, rows, sought));
    OF_OTHERS.forEach((place, rows) -> others(found, place, rows, sought));
    found.sort(Comparator.comparing(FoundWords::subject));
    return found;
  }

  /** Empty, which every row holds, where there is none. */
  private static String longestRun(String words) {
    return RUN.matcher(FoldedWords.of(words))
        .results()
        .map(MatchResult::group)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
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
        .params(
            sought,
            CHANGING,
            FoldedWords.SIGNS,
            FoldedWords.FOLDED,
            FoldedWords.SIGNS,
            FoldedWords.FOLDED)
        .query(
            row -> {
              hits.put(row.getLong(1), row.getInt(2));
            });
    return hits;
  }
}

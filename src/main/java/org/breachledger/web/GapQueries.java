package org.breachledger.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.breachledger.access.Right;
import org.breachledger.intake.store.RowOutcome;
import org.breachledger.intake.store.StoredNotices;
import org.breachledger.web.ImportQueries.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was not understood in the rows of an import, for those who may read what its file said. */
final class GapQueries {

  /** How many rows are named; all are counted. */
  static final int NAMED = 200;

  private static final String NOTED =
      """
      from import_row r where r.trust_id = current_trust() and r.import_id = ?
        and r.notices <> '[]'
      """;

  private static final String ROWS =
      """
      select r.sheet, r.row, r.outcome, r.notices::text as notices, i.incident_id,
        coalesce(i.reference, 'incident ' || i.incident_id) as reference,
        (select e ->> 'sheet' from import_file f, jsonb_array_elements(f.sheets) e
          where f.import_id = r.import_id and (e ->> 'position')::int = r.sheet limit 1)
          as sheet_name
      from (select r.* %s order by r.sheet, r.row limit %d) r
      left join incident i on i.trust_id = r.trust_id and i.incident_id = r.incident_id
      order by r.sheet, r.row
      """
          .formatted(NOTED, NAMED);

  private final JdbcClient jdbc;
  private final Reading reading;

  GapQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /**
   * A row with what was not understood in it.
   *
   * @param incident the incident it speaks of; 0 where it was returned or its incident is gone
   */
  record Row(String place, String outcome, long incident, String reference, List<String> said) {}

  /**
   * The rows with gaps or notices.
   *
   * @param rows the first of them
   * @param all how many there are
   */
  record Gaps(List<Row> rows, long all) {

    /** How many there are, and how many of them are named. */
    public String sentence() {
      return sum(all)
          + (all > rows.size() ? "; the first " + rows.size() + " are named here." : ".");
    }
  }

  /** How many rows have gaps, as the beginning of a sentence. */
  static String sum(long rows) {
    return rows == 1
        ? "1 row has gaps or notices"
        : "%,d rows have gaps or notices".formatted(rows);
  }

  /** The gaps of an import; empty where this account may not read what the file said. */
  Optional<Gaps> find(SignedIn me, Import file) {
    return allowed(me) ? Optional.of(reading.read(() -> gaps(me, file))) : Optional.empty();
  }

  /** How many rows of an import have gaps; 0 for who may not read what the file said. */
  long count(SignedIn me, Import file) {
    return allowed(me) && mayHave(file) ? reading.read(() -> count(file.id())) : 0;
  }

  private static boolean allowed(SignedIn me) {
    return me.may(Right.UPLOADS) && me.may(Right.INCIDENTS);
  }

  /** A row that was imported whole or skipped has none. */
  private static boolean mayHave(Import file) {
    ImportQueries.RowSum sum = file.rows();
    return sum.withGaps() + sum.updated() + sum.unchanged() + sum.returned() > 0;
  }

  private Gaps gaps(SignedIn me, Import file) {
    if (!mayHave(file)) {
      return new Gaps(List.of(), 0);
    }
    GapWords words = GapWords.of(mapping(file.id()), me.may(Right.INCIDENT_TEXT));
    List<Row> rows = jdbc.sql(ROWS).param(file.id()).query((row, number) -> row(row, words)).list();
    return new Gaps(rows, rows.size() < NAMED ? rows.size() : count(file.id()));
  }

  private long count(long id) {
    return jdbc.sql("select count(*) " + NOTED).param(id).query(Long.class).single();
  }

  private String mapping(long id) {
    return jdbc.sql("select mapping::text from import_file where import_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static Row row(ResultSet row, GapWords words) throws SQLException {
    String sheet = Optional.ofNullable(row.getString("sheet_name")).orElse("");
    return new Row(
        (sheet.isEmpty() ? "Row " : sheet + ", row ") + row.getInt("row"),
        RowOutcome.of(row.getString("outcome")).word(),
        row.getLong("incident_id"),
        Optional.ofNullable(row.getString("reference")).orElse(""),
        StoredNotices.read(row.getString("notices")).stream().map(words::said).toList());
  }
}

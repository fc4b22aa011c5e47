package org.breachledger.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.incident.store.CopyText;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.incident.store.StoredIncident;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What the stages decide on the new incidents of the first pass, in a table of this transaction
 * only. Reads, judges and writes some thousand at a time: memory does not grow with the file.
 */
final class JudgedTable {

  private static final int AT_ONCE = 4000;

  private static final String READ =
      """
      select i.seq, i.incident_id, s.name as school, i.reference, i.facts::text as facts,
        i.v_breach_type as breach_type, i.v_sub_type as sub_type,
        i.v_read_status as read_status, i.v_read_direction as read_direction,
        case when r.repeated is null then null else r.cited end as repeat_of
      from incoming i
      join school s on s.trust_id = current_trust() and s.school_id = i.school_id
      left join repeated r on r.incident_id = i.incident_id
      where i.pass = 1 and i.outcome in ('imported', 'imported-with-gaps')
      """;

  /** An incident as it waits to be judged, with its place in the file. */
  private record Waiting(
      int seq,
      long id,
      String school,
      @Nullable String reference,
      String facts,
      @Nullable String breachType,
      @Nullable String subType,
      @Nullable String status,
      @Nullable String direction,
      @Nullable String repeatOf) {

    StoredIncident incident(long importId) {
      return new StoredIncident(
          id,
          importId,
          school,
          reference,
          StoredFacts.told(FactsJson.read(facts), status, direction),
          breachType,
          subType,
          repeatOf,
          null);
    }
  }

  private final DataSource dataSource;
  private final FirstVerdicts verdicts;
  private final long importId;

  JudgedTable(DataSource dataSource, FirstVerdicts verdicts, long importId) {
    this.dataSource = dataSource;
    this.verdicts = verdicts;
    this.importId = importId;
  }

  /** Who judges. */
  FirstVerdicts verdicts() {
    return verdicts;
  }

  /** Judges every new incident of the first pass. */
  void fill() {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement incidents = connection.prepareStatement(READ)) {
      create(connection);
      incidents.setFetchSize(AT_ONCE);
      try (ResultSet rows = incidents.executeQuery()) {
        List<Waiting> some = new ArrayList<>();
        while (rows.next()) {
          some.add(waiting(rows));
          if (some.size() == AT_ONCE) {
            write(connection, some);
            some.clear();
          }
        }
        write(connection, some);
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take the verdicts", e);
    }
  }

  private void create(Connection connection) throws SQLException {
    String columns =
        verdicts.columnsOfIncident().each(column -> column.name() + " " + column.type());
    try (var statement = connection.createStatement()) {
      statement.execute("create temp table judged (seq int, " + columns + ") on commit drop");
    }
  }

  private void write(Connection connection, List<Waiting> some) throws SQLException {
    List<String> lines = some.parallelStream().map(this::line).toList();
    try (CopyStream copy = CopyStream.into(connection, "copy judged from stdin")) {
      for (String line : lines) {
        copy.write(line);
      }
      copy.finish();
    }
  }

  private String line(Waiting waiting) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(Integer.toString(waiting.seq()));
    cells.addAll(verdicts.ofIncident(waiting.incident(importId)));
    return CopyText.line(cells);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getInt("seq"),
        row.getLong("incident_id"),
        row.getString("school"),
        row.getString("reference"),
        row.getString("facts"),
        row.getString("breach_type"),
        row.getString("sub_type"),
        row.getString("read_status"),
        row.getString("read_direction"),
        row.getString("repeat_of"));
  }
}

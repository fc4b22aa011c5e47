package org.breachledger.intake.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.incident.store.CopyText;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.incident.store.StoredIncident;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What the stages decide on the new incidents of the first pass, in a table of this transaction
 * only. A stretch of the file is read and judged while the one before it is stored: memory does not
 * grow with the file.
 */
final class JudgedTable {

  private static final int AT_ONCE = 5000;

  private static final String READ =
      """
      select f.seq, f.incident_id, s.name as school, i.reference, i.facts::text as facts,
        i.v_breach_type as breach_type, i.v_sub_type as sub_type,
        i.v_read_status as read_status, i.v_read_direction as read_direction, r.repeated,
        case when r.repeated is null then null else r.cited end as repeat_of
      from found f
      join incoming i on i.seq = f.seq
      join school s on s.trust_id = current_trust() and s.school_id = f.school_id
      left join repeated r on r.incident_id = f.incident_id
      where f.seq between :first and :last and i.seq between :first and :last
        and f.pass = 1 and f.outcome in ('imported', 'imported-with-gaps')
      order by f.seq
      """;

  /** Stores the rows of a stretch of the file, whose verdicts now stand in table {@code judged}. */
  interface Storing {
    /** Both places belong to the stretch. */
    void store(int first, int last);
  }

  /** An incident as it waits to be judged, with its place in the file. */
  record Waiting(
      int seq,
      long incidentId,
      String school,
      @Nullable String reference,
      String facts,
      @Nullable String breachType,
      @Nullable String subType,
      @Nullable String readStatus,
      @Nullable String readDirection,
      @Nullable String repeated,
      @Nullable String repeatOf) {

    static Waiting read(ResultSet row) throws SQLException {
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
          row.getString("repeated"),
          row.getString("repeat_of"));
    }

    StoredIncident incident() {
      return new StoredIncident(
          incidentId,
          0,
          school,
          reference,
          StoredFacts.told(FactsJson.read(facts), readStatus, readDirection),
          breachType,
          subType,
          repeatOf,
          null);
    }
  }

  /** A stretch of the file and its verdicts as COPY takes them, once they are there. */
  private record Stretch(int first, int last, CompletableFuture<byte[]> lines) {}

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final FirstVerdicts verdicts;
  private final int rows;

  /**
   * The verdicts on the new incidents of an import.
   *
   * @param rows how many rows the file has
   */
  JudgedTable(DataSource dataSource, JdbcClient jdbc, FirstVerdicts verdicts, int rows) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.verdicts = verdicts;
    this.rows = rows;
  }

  /** Who judges. */
  FirstVerdicts verdicts() {
    return verdicts;
  }

  /** Judges every new incident of the first pass, and has each stretch of the file stored. */
  void each(Storing storing) {
    String columns =
        verdicts.columnsOfIncident().each(column -> column.name() + " " + column.type());
    jdbc.sql("create temp table judged (seq int, repeated bigint, " + columns + ") on commit drop")
        .update();
    @Nullable Stretch before = null;
    for (int first = 1; first <= rows; first += AT_ONCE) {
      Stretch next = judge(first, first + AT_ONCE - 1);
      if (before != null) {
        store(before, storing);
      }
      before = next;
    }
    if (before != null) {
      store(before, storing);
    }
  }

  private Stretch judge(int first, int last) {
    List<Waiting> waiting =
        jdbc.sql(READ)
            .param("first", first)
            .param("last", last)
            .query((row, number) -> Waiting.read(row))
            .list();
    return new Stretch(first, last, CompletableFuture.supplyAsync(() -> lines(waiting)));
  }

  /** Ready to be sent: the database waits while its connection has anything else to do. */
  private byte[] lines(List<Waiting> waiting) {
    return waiting.parallelStream()
        .map(this::line)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private void store(Stretch stretch, Storing storing) {
    byte[] lines = lines(stretch);
    if (lines.length == 0) {
      return;
    }
    jdbc.sql("truncate judged").update();
    copy(lines);
    storing.store(stretch.first(), stretch.last());
  }

  /** What a rule threw is thrown as it was. */
  private static byte[] lines(Stretch stretch) {
    try {
      return stretch.lines().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private void copy(byte[] lines) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (CopyStream copy = CopyStream.into(connection, "copy judged from stdin")) {
      copy.write(lines);
      copy.finish();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take the verdicts", e);
    }
  }

  private String line(Waiting waiting) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(Integer.toString(waiting.seq()));
    cells.add(waiting.repeated());
    cells.addAll(verdicts.ofIncident(waiting.incident()));
    return CopyText.line(cells);
  }
}

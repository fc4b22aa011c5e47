package org.breachledger.intake.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.incident.store.StageColumns.Column;
import org.breachledger.intake.RowConveyor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The rows of one file, streamed into a table of this transaction only: COPY is refused under
 * row-level security, so they wait here until they have found their incidents. What is found of
 * each goes to the narrow table {@code found}: a row of a file is wide, and is written once.
 *
 * <p>While the next rows are read, those before them are judged by their words and sent.
 */
final class IncomingTable {

  /** In the order of {@link IncomingLine}. */
  private static final StageColumns ROW =
      StageColumns.of(
          "seq", "int",
          "sheet", "int",
          "row", "int",
          "read", "text",
          "school_name", "text",
          "school_key", "text",
          "urn", "text",
          "reference", "text",
          "day", "date",
          "day_from", "text",
          "written_day", "date",
          "written_from", "text",
          "type_key", "text",
          "words_key", "text",
          "people_key", "text",
          "counted_as", "text",
          "mapped", "text[]",
          "facts", "jsonb",
          "notices", "jsonb",
          "extra", "jsonb",
          "reporter", "text",
          "shape", "int");

  /** As {@code incident_glance} holds it, where an index finds it. */
  private static final String FOLDED =
      ", reference_folded text generated always as (lower(reference)) stored";

  /** Room is left for what is written into it later. */
  private static final String FOUND =
      """
      create temp table found (
        seq int, sheet int, row int, shape int, read text, school_id int, reference_folded text,
        identity_key text, ordinal int, pass int, notices jsonb, incident_id bigint, outcome text)
      with (fillfactor = 50) on commit drop
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final LocalDate today;
  private final @Nullable FirstVerdicts verdicts;
  private final StageColumns sent;
  private final RowShapes shapes = new RowShapes();
  private int seq;

  /**
   * An empty table for the rest of the transaction.
   *
   * @param today the London day of the import's as-of; a later day has not happened yet
   * @param verdicts null where nothing is judged on the way
   */
  IncomingTable(
      DataSource dataSource, JdbcClient jdbc, LocalDate today, @Nullable FirstVerdicts verdicts) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.today = today;
    this.verdicts = verdicts;
    this.sent = ROW.and(told(verdicts));
    String columns = sent.each(column -> column.name() + " " + column.type());
    jdbc.sql("create temp table incoming (" + columns + FOLDED + ") on commit drop").update();
    jdbc.sql("create unique index incoming_by_place on incoming (seq)").update();
    jdbc.sql(FOUND).update();
    jdbc.sql("create unique index found_by_place on found (seq)").update();
    jdbc.sql("create index found_by_pass on found (pass)").update();
  }

  /** The columns of what the words tell stand apart from those of the row itself. */
  private static StageColumns told(@Nullable FirstVerdicts verdicts) {
    return verdicts == null
        ? StageColumns.NONE
        : new StageColumns(
            verdicts.columnsOfWords().columns().stream()
                .map(column -> new Column("v_" + column.name(), column.type()))
                .toList());
  }

  /** Forgets the rows of the file before. */
  void empty() {
    jdbc.sql("delete from incoming").update();
    jdbc.sql("delete from found").update();
    seq = 0;
  }

  /** Lets a file send all its rows; where it breaks, the connection can be used again. */
  void load(IncidentRegister.Rows rows) {
    try (CopyStream copy =
            CopyStream.into(
                DataSourceUtils.getConnection(dataSource),
                "copy incoming (" + sent.each(Column::name) + ") from stdin");
        RowConveyor<IncomingRow> conveyor =
            new RowConveyor<>(row -> send(row, copy), IncomingTable::weight)) {
      rows.sendTo(conveyor::put);
      conveyor.finish();
      copy.finish();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take the rows", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int weight(IncomingRow row) {
    int weight = 0;
    for (String text : row.extra().values()) {
      weight += text.length();
    }
    for (Value value : row.facts().values().values()) {
      weight += value instanceof Text text ? text.text().length() : 0;
    }
    return weight;
  }

  private void send(IncomingRow row, CopyStream copy) {
    try {
      copy.write(line(row));
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take a row", e);
    }
  }

  private String line(IncomingRow row) {
    return IncomingLine.of(row, ++seq, shapes.number(row), today, told(row));
  }

  private List<@Nullable String> told(IncomingRow row) {
    if (verdicts == null) {
      return List.of();
    }
    return row.outcome() == IncomingRow.Read.TAKEN
        ? verdicts.ofWords(row)
        : Collections.nCopies(verdicts.columnsOfWords().columns().size(), null);
  }

  /** How many rows there are; the last one has this place. */
  int rows() {
    return seq;
  }

  /** Puts on record what the rows spoke of. */
  void keepShapes(long importId) {
    shapes.keep(jdbc, importId);
  }
}

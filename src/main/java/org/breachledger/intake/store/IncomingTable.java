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
          "shape", "int",
          "print", "uuid");

  /** As {@code incident_glance} holds it, where an index finds it. */
  private static final String FOLDED =
      ", reference_folded text generated always as (lower(reference)) stored";

  /** Room is left for what is written into it later. */
  private static final String FOUND =
      """
      create temp table found (
        seq int, sheet int, row int, shape int, read text, school_id int, reference_folded text,
        identity_key text, ordinal int, pass int, notices jsonb, day date, incident_id bigint,
        outcome text)
      with (fillfactor = 50) on commit drop
      """;

  /** Rows that are known, with their incidents. */
  private static final String AGAIN =
      """
      create temp table again (seq int, sheet int, row int, shape int, incident_id bigint)
        on commit drop
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final LocalDate today;
  private final @Nullable FirstVerdicts verdicts;
  private final @Nullable RowMemory memory;
  private final StageColumns sent;
  private final RowShapes shapes = new RowShapes();
  private int rows;

  /**
   * An empty table for the rest of the transaction.
   *
   * @param today the London day of the import's as-of; a later day has not happened yet
   * @param verdicts null where nothing is judged on the way
   * @param memory null where every row is to be read
   */
  IncomingTable(
      DataSource dataSource,
      JdbcClient jdbc,
      LocalDate today,
      @Nullable FirstVerdicts verdicts,
      @Nullable RowMemory memory) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.today = today;
    this.verdicts = verdicts;
    this.memory = memory;
    this.sent = ROW.and(told(verdicts));
    String columns = sent.each(column -> column.name() + " " + column.type());
    jdbc.sql("create temp table incoming (" + columns + FOLDED + ") on commit drop").update();
    jdbc.sql("create unique index incoming_by_place on incoming (seq)").update();
    jdbc.sql(FOUND).update();
    jdbc.sql("create unique index found_by_place on found (seq)").update();
    jdbc.sql("create index found_by_pass on found (pass)").update();
    jdbc.sql(AGAIN).update();
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
    rows = 0;
  }

  /** Lets a file send all its rows; where it breaks, the connection can be used again. */
  void load(IncidentRegister.Rows file) {
    rows = load(file, null);
  }

  /**
   * Reads rows that were known and are in doubt beside the others of their file.
   *
   * @return whether there were any
   */
  boolean readDoubted(IncidentRegister.Rows file) {
    if (memory == null || memory.empty()) {
      return false;
    }
    DoubtedRows doubts = memory.doubts();
    if (doubts.none()) {
      return false;
    }
    load(file, doubts);
    return true;
  }

  /**
   * Loads rows and says how many the file has.
   *
   * @param only the rows to load, the others having been; null for all
   */
  private int load(IncidentRegister.Rows file, @Nullable DoubtedRows only) {
    try (Loading loading =
        new Loading(
            DataSourceUtils.getConnection(dataSource),
            "copy incoming (" + sent.each(Column::name) + ") from stdin",
            placed -> line(placed.row(), placed.seq(), placed.shape()),
            IncomingTable::weight,
            shapes,
            memory,
            only)) {
      if (memory == null) {
        file.sendTo(loading::take);
      } else {
        file.sendTo(loading::take, loading);
      }
      return loading.finish();
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

  private String line(IncomingRow row, int seq, int shape) {
    return IncomingLine.of(row, seq, shape, today, told(row));
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
    return rows;
  }

  /** Puts on record what the rows spoke of. */
  void keepShapes(long importId) {
    shapes.keep(jdbc, importId);
  }
}

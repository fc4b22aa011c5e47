package org.breachledger.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stage stores nothing for an incident that changed between its reading and its writing. */
class StageUpdateIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final StageUpdate update =
      new StageUpdate(
          new JdbcTemplate(database.dataSource()),
          StageColumns.of("label", "text"),
          "stale_score = false");

  @BeforeEach
  void twoIncidentsToScore() {
    sql("insert into school (name, name_key, confirmed) values ('Elm', 'elm', true)");
    sql(
        """
        insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
        values ('log', '00', 0, 'imported', now(), now(), 'x')
        """);
    for (String reference : List.of("R1", "R2")) {
      sql(
          """
          insert into incident (school_id, reference, counted_as, facts, import_id, sheet, row,
            first_import_id)
          select school_id, '%s', 'incident', '{}', import_id, 1, 2, import_id
          from school, import_file
          """
              .formatted(reference));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recorded_facts = '{\"decided_level\": \"2\"}', stale_duties = true | a person decided",
        "facts = '{\"individuals\": \"3\"}', stale_score = true | a file was corrected",
        "repeat_of = incident_id + 1, stale_score = true | another one came in before it",
      })
  void whatChangedSinceItWasReadStaysToBeDone(String change, String why) {
    database.inTransaction(
        () -> {
          List<StageValues> rows = read();
          sqlBeside("update incident set " + change + " where reference = 'R1'");
          update.write(rows);
          return rows;
        });
    assertThat(state()).as(why).containsExactly("R1 t", "R2 minor f");
    database.inTransaction(
        () -> {
          update.write(read());
          return true;
        });
    assertThat(state()).containsExactly("R1 minor f", "R2 minor f");
  }

  private List<StageValues> read() {
    IncidentReader reader = new IncidentReader(database.jdbc(), "i.stale_score");
    List<StageValues> rows = new ArrayList<>();
    for (StoredIncident one = reader.read(); one != null; one = reader.read()) {
      rows.add(new StageValues(one, List.of("minor")));
    }
    return rows;
  }

  private List<String> state() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select concat_ws(' ', reference, label, stale_score) from incident"
                        + " order by reference")
                .query(String.class)
                .list());
  }

  private void sql(String statement) {
    database.inTransaction(() -> database.jdbc().sql(statement).update());
  }

  /** In a session of its own, committed before this one writes. */
  private void sqlBeside(String statement) {
    Thread other = new Thread(() -> sql(statement), "beside");
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

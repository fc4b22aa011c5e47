package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;
import org.breachledger.testing.TestDatabase;
import org.breachledger.testing.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A preview says exactly what the import would then do, and leaves no trace. */
class RehearsalIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);

  private TestDatabase database;
  private IncidentRegister register;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    register = new IncidentRegister(database.dataSource());
    database.inTransaction(
        () ->
            new SchoolRegister(database.jdbc())
                .confirm("Fernbank Primary", "100001", List.of("Fernbank")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theImportThenDoesRowByRowWhatThePreviewSaid() {
    StringBuilder all = new StringBuilder();
    for (long seed = 1; seed <= 6; seed++) {
      RandomRows random = new RandomRows(seed);
      for (int round = 0; round < 4; round++) {
        List<List<IncomingRow>> files = List.of(random.file(), random.file(), random.file());
        List<List<String>> said = preview(files);
        List<List<String>> became = new ArrayList<>();
        files.forEach(file -> became.add(stored(file)));
        assertThat(said).as("seed %d, round %d", seed, round).isEqualTo(became);
        all.append(said);
      }
      forgetIncidents();
    }
    for (RowOutcome outcome : RowOutcome.values()) {
      assertThat(all).contains(" " + outcome.code() + " ");
    }
    assertThat(all)
        .contains("matched-by-likeness", "reference-used-again", "school-to-confirm")
        .contains("date-after-as-of", "no school given", "individuals:3>12");
  }

  @Test
  void noTableAndNoSequenceIsTouched() {
    RandomRows random = new RandomRows(9);
    take(random.file());
    Map<String, List<String>> before = WholeDatabase.of(database);
    preview(List.of(random.file(), random.file()));
    assertThat(WholeDatabase.of(database)).isEqualTo(before);
  }

  @Test
  void aChangedRowIsShownFieldByField() {
    take(List.of(row(2, "R1", "Email", "A letter", "3", "A Canary")));
    List<PreviewRow> rows =
        rehearsed(
            run -> {
              run.take(
                  importId(),
                  sink -> sink.accept(row(9, "r1", "Email", "Two letters", "12", "B Canary")));
              return rows(run);
            });
    assertThat(rows)
        .containsExactly(
            new PreviewRow(
                1,
                9,
                RowOutcome.UPDATED,
                "Fernbank Primary",
                "r1",
                List.of(
                    new FieldChange(Field.REFERENCE, "R1", "r1"),
                    new FieldChange(Field.DESCRIPTION, "A letter", "Two letters"),
                    new FieldChange(Field.INDIVIDUALS, "3", "12"),
                    new FieldChange(Field.REPORTER, FieldChange.WITHHELD, FieldChange.WITHHELD)),
                List.of()));
  }

  @Test
  void anEmptyCellOfAKnownColumnTakesAValueAway() {
    take(List.of(row(2, "R1", "Email", "A letter", "3", "")));
    List<PreviewRow> rows =
        rehearsed(
            run -> {
              run.take(importId(), sink -> sink.accept(row(2, "R1", "Email", "A letter", "", "")));
              return rows(run);
            });
    assertThat(rows.get(0).changes())
        .containsExactly(new FieldChange(Field.INDIVIDUALS, "3", null));
  }

  @Test
  void theSecondFileFindsWhatTheFirstWouldHaveStored() {
    List<RowOutcome> outcomes =
        rehearsed(
            run -> {
              List<RowOutcome> all = new ArrayList<>();
              for (String people : List.of("3", "3", "12")) {
                run.take(
                    importId(), sink -> sink.accept(row(2, "R1", "Email", "A letter", people, "")));
                rows(run).forEach(row -> all.add(row.outcome()));
              }
              return all;
            });
    assertThat(outcomes)
        .containsExactly(RowOutcome.IMPORTED, RowOutcome.UNCHANGED, RowOutcome.UPDATED);
  }

  @Test
  void theDatabaseRefusesToWriteFromTheFirstMoment() {
    assertThatThrownBy(
            () ->
                rehearsed(
                    run ->
                        database
                            .jdbc()
                            .sql("insert into school_alias (alias_key, school_id) values ('x', 1)")
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void aRehearsalThatIsKilledLeavesNothing() {
    Map<String, List<String>> before = WholeDatabase.of(database);
    assertThatThrownBy(
            () ->
                rehearsed(
                    run -> {
                      run.take(
                          importId(),
                          sink -> sink.accept(row(2, "R1", "Email", "A letter", "3", "")));
                      int backend =
                          database
                              .jdbc()
                              .sql("select pg_backend_pid()")
                              .query(Integer.class)
                              .single();
                      database
                          .administrator()
                          .sql("select pg_terminate_backend(?, 5000)")
                          .param(backend)
                          .query()
                          .listOfRows();
                      return rows(run);
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(WholeDatabase.of(database)).isEqualTo(before);
  }

  @Test
  void anImportNeedNotWaitForARehearsalAndIsNotSeenByIt() {
    List<RowOutcome> outcomes =
        rehearsed(
            run -> {
              run.take(importId(), sink -> sink.accept(row(2, "R1", "Email", "A letter", "3", "")));
              CompletableFuture.runAsync(
                      () -> take(List.of(row(2, "R2", "Post", "A parcel", "4", ""))))
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join();
              run.take(importId(), sink -> sink.accept(row(2, "R2", "Post", "A parcel", "4", "")));
              return rows(run).stream().map(PreviewRow::outcome).toList();
            });
    assertThat(outcomes).containsExactly(RowOutcome.IMPORTED);
  }

  /** Between two seeds the register is emptied, but its numbers go on. */
  private void forgetIncidents() {
    database
        .administrator()
        .sql("truncate incident, incident_glance, import_row, incident_history cascade")
        .update();
  }

  private List<List<String>> preview(List<List<IncomingRow>> files) {
    return rehearsed(
        run -> {
          List<List<String>> said = new ArrayList<>();
          for (List<IncomingRow> file : files) {
            Map<Integer, RowSum> sums = run.take(importId(), file::forEach);
            List<String> lines = new ArrayList<>();
            run.forEach(row -> lines.add(line(row)));
            lines.add(sums.toString());
            said.add(lines);
          }
          return said;
        });
  }

  private static String line(PreviewRow row) {
    List<String> changes =
        row.changes().stream()
            .filter(change -> change.field() != Field.REPORTER)
            .map(change -> change.field().code() + ":" + change.before() + ">" + change.after())
            .sorted()
            .toList();
    List<String> codes = row.notices().stream().map(notice -> notice.code()).toList();
    return row.sheet()
        + "/"
        + row.row()
        + " "
        + row.outcome().code()
        + " "
        + row.school()
        + " "
        + row.reference()
        + " "
        + changes
        + codes;
  }

  /** What an import really did, read from what it left in the tables. */
  private List<String> stored(List<IncomingRow> file) {
    Map<String, String> references = new LinkedHashMap<>();
    file.forEach(
        row ->
            references.put(
                row.sheet() + "/" + row.row(), String.valueOf(row.text(Field.REFERENCE))));
    long[] importId = new long[1];
    Map<Integer, RowSum> sums =
        database.inTransaction(
            () -> {
              importId[0] = importId();
              return register.take(importId[0], AT, WEDNESDAY_1_JULY, file::forEach);
            });
    Map<Long, List<String>> versions = versions(importId[0]);
    List<String> lines = new ArrayList<>();
    database.inTransaction(
        () -> {
          database
              .jdbc()
              .sql(
                  """
                  select r.sheet, r.row, r.outcome, r.incident_id, s.name, array_to_string(array(
                    select n ->> 'code' from jsonb_array_elements(r.notices) n), ', ') as codes
                  from import_row r
                  left join incident x on x.incident_id = r.incident_id
                  left join school s on s.school_id = x.school_id
                  where r.import_id = ? order by r.sheet, r.row
                  """)
              .param(importId[0])
              .query()
              .listOfRows()
              .forEach(
                  row -> {
                    String place = row.get("sheet") + "/" + row.get("row");
                    List<String> changes =
                        "updated".equals(row.get("outcome"))
                            ? changed(versions.getOrDefault(row.get("incident_id"), List.of()))
                            : List.of();
                    lines.add(
                        place
                            + " "
                            + row.get("outcome")
                            + " "
                            + row.get("name")
                            + " "
                            + references.get(place)
                            + " "
                            + changes
                            + "["
                            + row.get("codes")
                            + "]");
                  });
          return true;
        });
    lines.add(sums.toString());
    return lines;
  }

  /** The facts of each incident an import changed, oldest first, the present ones last. */
  private Map<Long, List<String>> versions(long importId) {
    Map<Long, List<String>> versions = new LinkedHashMap<>();
    database.inTransaction(
        () -> {
          database
              .jdbc()
              .sql(
                  """
                  select incident_id, facts::text as facts from (
                    select incident_id, facts, history_id from incident_history
                    where replaced_by_import = ?
                    union all
                    select incident_id, facts, 9e18 from incident where incident_id in (
                      select incident_id from incident_history where replaced_by_import = ?)) v
                  order by incident_id, history_id
                  """)
              .params(importId, importId)
              .query()
              .listOfRows()
              .forEach(
                  row ->
                      versions
                          .computeIfAbsent(number(row), id -> new ArrayList<>())
                          .add(String.valueOf(row.get("facts"))));
          return true;
        });
    return versions;
  }

  private static Long number(Map<String, ?> row) {
    return Long.valueOf(String.valueOf(row.get("incident_id")));
  }

  /** The rows of one incident come in the order of its versions. */
  private static List<String> changed(List<String> versions) {
    Map<String, String> before = facts(versions.remove(0));
    Map<String, String> after = facts(versions.get(0));
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .map(name -> name + ":" + before.get(name) + ">" + after.get(name))
        .sorted()
        .toList();
  }

  private static Map<String, String> facts(String json) {
    return JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
  }

  private static List<PreviewRow> rows(Rehearsal run) {
    List<PreviewRow> rows = new ArrayList<>();
    run.forEach(rows::add);
    return rows;
  }

  private <T> T rehearsed(Function<Rehearsal, T> work) {
    TransactionTemplate unkept = new TransactionTemplate(database.transactionManager());
    unkept.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return unkept.execute(
        status -> {
          status.setRollbackOnly();
          return work.apply(register.rehearse(WEDNESDAY_1_JULY));
        });
  }

  private void take(List<IncomingRow> rows) {
    database.inTransaction(
        () -> register.take(importId(), AT, WEDNESDAY_1_JULY, sink -> rows.forEach(sink)));
  }

  private long importId() {
    return database
        .jdbc()
        .sql(
            """
            insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
            values ('log.xlsx', md5(random()::text), 1, 'started', now(), now(), 'category-levels')
            returning import_id
            """)
        .query(Long.class)
        .single();
  }

  private static IncomingRow row(
      int row, String reference, String type, String words, String people, String reporter) {
    Map<Field, Value> facts = new LinkedHashMap<>();
    facts.put(Field.SCHOOL, new Text("Fernbank Primary"));
    facts.put(Field.REFERENCE, new Text(reference));
    facts.put(Field.OCCURRED, new Moment.OnDay(LocalDate.of(2026, 3, 2)));
    facts.put(Field.REPORTED_TYPE, new Text(type));
    facts.put(Field.DESCRIPTION, new Text(words));
    if (!people.isEmpty()) {
      facts.put(Field.INDIVIDUALS, Individuals.parse(people));
    }
    if (!reporter.isEmpty()) {
      facts.put(Field.REPORTER, new Text(reporter));
    }
    Set<Field> columns = new java.util.HashSet<>(facts.keySet());
    columns.add(Field.INDIVIDUALS);
    return new IncomingRow(
        1, row, IncomingRow.Read.TAKEN, new Facts(facts), columns, List.of(), Map.of());
  }
}

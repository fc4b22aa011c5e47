package org.breachledger.intake.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.breachledger.intake.SchoolList;
import org.breachledger.testing.TestDatabase;

/**
 * A trust's register in a test: files are taken in and undone, and everything it holds is shown.
 */
final class UndoLedger {

  static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);

  /**
   * Everything a paper or a later import can see, under names that every register has; how a row
   * spelt its school is nowhere shown.
   */
  private static final String INCIDENTS =
      """
      select concat_ws(' | ', s.name, x.reference, (x.facts - 'school')::text, x.day, x.day_from, x.type_key,
        x.words_key, x.people_key, x.ordinal, f.file_name, x.sheet, x.row, b.file_name,
        (select string_agg(g ->> 'code', ',' order by g ->> 'code')
          from jsonb_array_elements(x.gaps) g),
        x.identity_key = md5(concat_ws('|', s.school_id, x.day, x.type_key, x.words_key,
          x.people_key)),
        'reporter ' || (select reporter from incident_reporter r
          where r.incident_id = x.incident_id),
        (select extra::text from incident_extra e where e.incident_id = x.incident_id))
      from incident x
      join school s on s.school_id = x.school_id
      join import_file f on f.import_id = x.import_id
      join import_file b on b.import_id = x.first_import_id
      order by 1
      """;

  private static final String COVERAGE =
      """
      select concat_ws(' | ', f.file_name, coalesce(s.name, '*'), c.month)
      from coverage c join import_file f on f.import_id = c.import_id
      left join school s on s.school_id = c.school_id order by 1
      """;

  private final TestDatabase database;
  private final int trust;
  private final IncidentRegister register;

  UndoLedger(TestDatabase database, int trust) {
    this(database, trust, "Fernbank");
  }

  /** A register that knows one school, by these other names too. */
  UndoLedger(TestDatabase database, int trust, String... aliases) {
    this.database = database;
    this.trust = trust;
    this.register = new IncidentRegister(database.dataSource());
    confirm(aliases);
  }

  /** Confirms the school under these other names, and gives what was merged. */
  List<SchoolMerge.Merged> confirm(String... aliases) {
    SchoolList.Entry school = new SchoolList.Entry("Fernbank Primary", "", List.of(aliases));
    return within(() -> new ConfirmedSchools(database.jdbc(), List.of(school)).confirm(AT));
  }

  /** What the register was told in one file. */
  record File(String name, List<IncomingRow> rows) {}

  /** Takes a file in and gives its number. */
  long take(File file) {
    return within(
        () -> {
          register.waitForTurn();
          long importId = open(file.name());
          register.take(importId, AT, WEDNESDAY_1_JULY, sink -> file.rows().forEach(sink));
          register.cover(importId, false, new TreeSet<>(), WEDNESDAY_1_JULY);
          database
              .jdbc()
              .sql("update import_file set status = 'imported' where import_id = ?")
              .param(importId)
              .update();
          return importId;
        });
  }

  /** The later imports in the way of undoing one. */
  Map<Long, List<String>> later(long importId) {
    return within(() -> new Undo(database.jdbc()).laterChanges(List.of(importId)));
  }

  /** Undoes an import with all the later ones that stand in its way, and gives their entries. */
  List<Undo.Undone> undo(long importId) {
    return within(
        () -> {
          register.waitForTurn();
          Undo undo = new Undo(database.jdbc());
          TreeSet<Long> imports = new TreeSet<>(Comparator.reverseOrder());
          imports.add(importId);
          while (imports.addAll(undo.laterChanges(imports).keySet())) {
            // until nothing later is left
          }
          return undo.takeBack(imports, "dpo", AT);
        });
  }

  /** The whole register: incidents, coverage, schools. */
  List<String> shown() {
    return within(
        () -> {
          List<String> all = new ArrayList<>(texts(INCIDENTS));
          all.addAll(texts(COVERAGE));
          all.addAll(texts("select name from school order by name"));
          return all;
        });
  }

  /** The lines of a query, one column each. */
  List<String> query(String sql) {
    return within(() -> texts(sql));
  }

  void change(String sql) {
    within(() -> database.jdbc().sql(sql).update());
  }

  private List<String> texts(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }

  private long open(String name) {
    return database
        .jdbc()
        .sql(
            """
            insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
            values (?, md5(?), 1, 'started', now(), now(), 'category-levels')
            returning import_id
            """)
        .params(name, name)
        .query(Long.class)
        .single();
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return database.trust().within(trust, () -> database.inTransaction(work));
  }
}

package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;
import org.breachledger.intake.SchoolList;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A school's other name, told late: the register is as if it had been known from the beginning. */
class SchoolMergeIT {

  /** Each school that has incidents, with its number and their references. */
  private static final String SCHOOLS =
      """
      select concat_ws(' ', s.name, coalesce(s.urn, '-'),
        string_agg(x.reference, ',' order by x.reference))
      from school s join incident x using (school_id) group by s.school_id, s.name, s.urn
      order by s.name collate "C"
      """;

  /** The columns of a number written in advance. */
  private static final Set<Field> SILENT =
      EnumSet.of(Field.SCHOOL, Field.REFERENCE, Field.INDIVIDUALS);

  private TestDatabase database;
  private UndoLedger ledger;
  private int files;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    ledger = new UndoLedger(database, database.trustId(), new String[0]);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatCameUnderTheOtherNameMovesAndIsAssessedAgain() {
    UndoLedger.File first = file(UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"));
    UndoLedger.File second = file(fernbank("A2", "2026-04-03", "Card sent", "1"));
    ledger.take(first);
    ledger.take(second);
    ledger.change("update incident set stale_type = false, stale_score = false");

    assertThat(ledger.confirm("Fernbank"))
        .singleElement()
        .satisfies(merged -> assertThat(merged.moved()).isEqualTo(1))
        .satisfies(merged -> assertThat(merged.same()).isZero());

    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second));
    assertThat(ledger.query("select name from school")).containsExactly("Fernbank Primary");
    assertThat(ledger.query("select reference from incident where stale_type and stale_score"))
        .containsExactly("A2");
    assertThat(ledger.confirm("Fernbank")).isEmpty();
  }

  /** What was destroyed under a number stays counted under it; the number says whose it was. */
  @Test
  void aNumberThatIsUsedNoMoreIsKnownByTheOneThatStays() {
    ledger.take(file(UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    ledger.take(file(fernbank("A2", "2026-04-03", "Card sent", "1")));
    ledger.change(
        "insert into school_merged (school_id, into_id) values (4711,"
            + " (select school_id from school where name = 'Fernbank'))");
    List<String> gone = ledger.query("select school_id from school where name = 'Fernbank'");
    ledger.confirm("Fernbank");
    assertThat(
            ledger.query(
                "select m.school_id || ' ' || s.name from school_merged m"
                    + " join school s on s.school_id = m.into_id order by m.school_id"))
        .containsExactlyInAnyOrder("4711 Fernbank Primary", gone.get(0) + " Fernbank Primary");
  }

  /** A log in a hurry does not decide how papers spell a school. */
  @Test
  void aSchoolIsNamedAsItIsConfirmed() {
    ledger.take(file(fernbank("A2", "2026-04-03", "Card sent", "1")));
    assertThat(ledger.query("select name from school where not confirmed"))
        .containsExactly("Fernbank");
    List<SchoolList.Entry> list = List.of(new SchoolList.Entry("FernBank", "", List.of()));
    database.inTransaction(
        () -> new ConfirmedSchools(database.jdbc(), list).confirm(UndoLedger.AT));
    assertThat(ledger.query("select name from school where name_key = 'fernbank' and confirmed"))
        .containsExactly("FernBank");
  }

  @Test
  void theNextLogFindsWhatMoved() {
    UndoLedger.File second =
        file(
            fernbank("A2", "2026-04-03", "Card sent", "1"),
            fernbank(null, "2026-04-04", "Card lost", "1"));
    ledger.take(second);
    ledger.confirm("Fernbank");
    ledger.take(new UndoLedger.File("again", second.rows()));
    assertThat(ledger.query("select outcome from import_row order by import_id, row"))
        .endsWith("unchanged", "unchanged");
  }

  /** The whole log came again under the other spelling: nothing may count twice. */
  @Test
  void whatLiesUnderBothNamesIsOne() {
    UndoLedger.File first =
        file(
            UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"),
            UndoIT.row(null, "2026-02-05", "Post", "Card lost", "1"));
    UndoLedger.File second =
        file(
            fernbank("A1", "2026-02-03", "Letter sent", "3"),
            UndoIT.at("Fernbank", UndoIT.row(null, "2026-02-05", "Post", "Card lost", "1")));
    ledger.take(first);
    ledger.take(second);
    assertThat(ledger.query("select count(*)::text from incident")).containsExactly("4");

    assertThat(ledger.confirm("Fernbank"))
        .singleElement()
        .satisfies(merged -> assertThat(merged.same()).isEqualTo(2));

    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second));
    assertThat(
            ledger.query(
                "select kind from incident_history where stood ->> 'merged_into' is not null"))
        .containsExactly("merged", "merged");
  }

  @Test
  void whatDiffersUnderBothNamesIsOneWithTheNewestWordAndCanBeUndone() {
    UndoLedger.File first = file(UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"));
    UndoLedger.File second =
        file(UndoIT.by("B. Reporter", fernbank("A1", "2026-02-03", "Letter sent", "12")));
    UndoLedger.File third =
        file(
            UndoIT.with(
                Map.of("Room", "Hall"),
                UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    ledger.take(first);
    ledger.take(second);
    long last = ledger.take(third);

    ledger.confirm("Fernbank");
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second, third));

    ledger.undo(last);
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second));
  }

  /** A number written in advance under one name and filled in under the other. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasFilledInUnderTheOtherNameIsOne(boolean theOtherFirst) {
    IncomingRow silent = UndoIT.narrow(SILENT, UndoIT.row("A1", "2026-02-03", "", "", "3"));
    IncomingRow full = UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3");
    UndoLedger.File first = file(theOtherFirst ? UndoIT.at("Fernbank", silent) : silent);
    UndoLedger.File second = file(theOtherFirst ? full : UndoIT.at("Fernbank", full));
    ledger.take(first);
    long last = ledger.take(second);
    assertThat(ledger.query("select count(*)::text from incident")).containsExactly("2");

    ledger.confirm("Fernbank");
    assertThat(ledger.query("select day::text from incident")).containsExactly("2026-02-03");
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second));

    ledger.undo(last);
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first));
  }

  /** What said nothing when the other was known already is another incident, as in one file. */
  @Test
  void whatIsSilentLaterOrInTheSameFileStaysApart() {
    IncomingRow silent = UndoIT.narrow(SILENT, UndoIT.row("A1", "2026-02-03", "", "", "3"));
    UndoLedger.File first = file(UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"));
    UndoLedger.File second = file(UndoIT.at("Fernbank", silent));
    UndoLedger.File third =
        file(
            UndoIT.narrow(SILENT, UndoIT.row("A2", "2026-02-03", "", "", "3")),
            fernbank("A2", "2026-02-05", "Card sent", "3"));
    ledger.take(first);
    ledger.take(second);
    ledger.take(third);

    ledger.confirm("Fernbank");

    assertThat(ledger.query("select count(*)::text from incident")).containsExactly("4");
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second, third));
  }

  /** The same reported day makes one of both, whichever tells when it occurred. */
  @Test
  void aBetterDayUnderTheOtherNameIsOfTheSameIncident() {
    IncomingRow early =
        UndoIT.narrow(
            EnumSet.of(Field.SCHOOL, Field.REFERENCE, Field.IDENTIFIED, Field.DESCRIPTION),
            UndoIT.identified("2026-02-05", UndoIT.row("A1", "2026-02-03", "", "Letter", "3")));
    IncomingRow full =
        UndoIT.identified(
            "2026-02-05", UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"));
    UndoLedger.File first = file(early);
    UndoLedger.File second = file(UndoIT.at("Fernbank", full));
    ledger.take(first);
    ledger.take(second);

    ledger.confirm("Fernbank");

    assertThat(ledger.query("select day::text from incident")).containsExactly("2026-02-03");
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(first, second));
  }

  /** Retention of the trust, the name that goes and the one that stays; what holds afterwards. */
  @ParameterizedTest(name = "trust {0}, from {1}, into {2}: {3}")
  @CsvSource({
    "-, 2 years, 6 years, 6 years",
    "-, 6 years, 2 years, 6 years",
    "-, 30 months, 2 years, 30 months",
    "-, 12 months, 1 years, 12 months",
    "10 years, -, 2 years, 10 years",
    "10 years, 2 years, -, 10 years",
    "2 years, 6 years, -, 6 years",
    "2 years, -, 6 years, 6 years",
    "6 years, -, -, 6 years",
    "-, 3 years, -, 3 years",
    "-, -, 3 years, 3 years",
    "-, -, -, -",
  })
  void theLongerRetentionHolds(String trust, String from, String into, String holds) {
    ledger.take(
        file(
            UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"),
            fernbank("A2", "2026-04-03", "Card sent", "1")));
    retain("0", trust);
    retain("(select school_id from school where name = 'Fernbank Primary')", into);
    retain("(select school_id from school where name = 'Fernbank')", from);

    ledger.confirm("Fernbank");

    assertThat(
            ledger.query(
                "select coalesce((select length || ' ' || unit from retention_setting"
                    + " where school_id in (0, s.school_id)"
                    + " order by school_id = 0, setting_id desc limit 1), '-') from school s"))
        .containsExactly(holds);
  }

  private void retain(String school, String period) {
    if (!period.equals("-")) {
      String[] parts = period.split(" ");
      ledger.change(
          "insert into retention_setting (school_id, length, unit, by_role, set_at)"
              + " select %s, %s, '%s', 'dpo', now()".formatted(school, parts[0], parts[1]));
    }
  }

  /** The newest sheet of one log at several dates is read last, wherever its tab stands. */
  @Test
  void sheetsAreToldAgainInTheOrderTheyWereReadIn() {
    UndoLedger.File both =
        new UndoLedger.File(
            "two sheets",
            List.of(
                onSheet(2, UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "5")),
                onSheet(1, fernbank("A1", "2026-02-03", "Letter sent", "12"))));
    ledger.take(both);
    ledger.change(
        "update import_file set sheets = '[{\"position\": 2}, {\"position\": 1}]'"
            + " where file_name = 'two sheets'");

    ledger.confirm("Fernbank");

    assertThat(ledger.query("select facts ->> 'individuals' from incident")).containsExactly("12");
    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(both));
  }

  private static IncomingRow onSheet(int sheet, IncomingRow row) {
    return new IncomingRow(
        sheet, 2, row.outcome(), row.facts(), row.mapped(), row.notices(), row.extra());
  }

  /** Two equal rows of one sheet are two incidents, whatever each calls the school. */
  @Test
  void equalRowsOfOneSheetStayTwo() {
    UndoLedger.File only =
        file(
            UndoIT.row(null, "2026-02-05", "Post", "Card lost", "1"),
            UndoIT.at("Fernbank", UndoIT.row(null, "2026-02-05", "Post", "Card lost", "1")));
    ledger.take(only);

    ledger.confirm("Fernbank");

    assertThat(ledger.shown()).isEqualTo(knownFromTheBeginning(only));
    assertThat(ledger.query("select ordinal::text from incident order by ordinal"))
        .containsExactly("1", "2");
  }

  @Test
  void nilReturnsMoveToo() {
    ledger.take(file(fernbank("A2", "2026-04-03", "Card sent", "1")));
    ledger.change(
        """
        insert into nil_return (school_id, month, recorded_at, recorded_by)
        select school_id, '2026-01-01', now(), 'dpo' from school where name = 'Fernbank'
        """);
    ledger.confirm("Fernbank");
    assertThat(
            ledger.query(
                "select s.name || ' ' || n.month"
                    + " from nil_return n join school s using (school_id)"))
        .containsExactly("Fernbank Primary 2026-01-01");
  }

  /** Each alert that went out stays on record, also where both names had one. */
  @Test
  void alertsOfBothNamesStay() {
    ledger.take(
        file(
            UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"),
            fernbank("A2", "2026-04-03", "Card sent", "1")));
    ledger.change(
        """
        insert into alert (school_id, breach_type, type_title, window_start, window_middle, anchor,
          verdict, previous, current, evidence, incidents, raised_at, changed_at, changed_by)
        select school_id, 'OTHER', 'Other', '2025-07-01', '2026-01-01', '2026-07-01', 'NEW', 0, 1,
          '', 1, now(), now(), 'breachledger' from school
        """);
    ledger.confirm("Fernbank");
    assertThat(
            ledger.query(
                "select s.name || ' ' || (a.merged_school_id is not null) from alert a"
                    + " join school s using (school_id) order by 1"))
        .containsExactly("Fernbank Primary false", "Fernbank Primary true");
  }

  /** Rows that tell their school by its number alone are apart from all others. */
  @Test
  void aNumberThatIsConfirmedBringsItsOwnRowsOnly() {
    UndoLedger.File only =
        file(
            numbered("123456", null, "A1"),
            numbered("654321", null, "A2"),
            numbered("", null, "A3"));
    ledger.take(only);
    assertThat(ledger.query(SCHOOLS))
        .containsExactly("URN 123456 123456 A1", "URN 654321 654321 A2", "no school given - A3");
    assertThat(
            ledger.query(
                "select concat_ws(' ', x.reference, g ->> 'code', g ->> 'read') from incident x"
                    + " left join jsonb_array_elements(x.gaps) g on true order by 1"))
        .containsExactly(
            "A1 school-to-confirm URN 123456", "A2 school-to-confirm URN 654321", "A3");

    assertThat(confirm(new SchoolList.Entry("Hill School", "123456", List.of())))
        .singleElement()
        .satisfies(merged -> assertThat(merged.moved()).isEqualTo(1));

    List<String> schools =
        List.of("Hill School 123456 A1", "URN 654321 654321 A2", "no school given - A3");
    assertThat(ledger.query(SCHOOLS)).isEqualTo(schools);
    assertThat(ledger.query("select reference from incident where gaps <> '[]'"))
        .containsExactly("A2");
    ledger.take(new UndoLedger.File("again", only.rows()));
    assertThat(ledger.query("select outcome from import_row where import_id = 2"))
        .containsExactly("unchanged", "unchanged", "unchanged");
    assertThat(ledger.query(SCHOOLS)).isEqualTo(schools);
  }

  @Test
  void aSchoolOnlyAnUndoneImportHadNumberedIsForgotten() {
    List<String> before = ledger.query("select name from school");
    long only = ledger.take(file(numbered("123456", null, "A1"), numbered("", null, "A2")));
    ledger.undo(only);
    assertThat(ledger.query("select name from school")).isEqualTo(before);
  }

  @Test
  void aNumberIsThatOfTheSchoolAnotherRowOfTheFileNames() {
    ledger.take(file(numbered("123456", null, "A1"), numbered("123456", "Zinnia School", "A2")));
    ledger.take(file(numbered("123456", null, "A3")));
    assertThat(ledger.query(SCHOOLS)).containsExactly("Zinnia School 123456 A1,A2,A3");
  }

  @Test
  void aNameNobodyKnowsIsOfTheSchoolOfItsNumber() {
    ledger.take(file(numbered("123456", null, "A1")));
    ledger.take(file(numbered("123456", "Hill", "A2")));
    assertThat(ledger.query(SCHOOLS)).containsExactly("URN 123456 123456 A1,A2");
  }

  /**
   * The list does not say the school's number, so a row with the number alone says nothing of it.
   */
  @Test
  void aSchoolThatIsKnownByNameKeepsItsRowsBesideANumberNobodyKnows() {
    IncomingRow known = numbered("123456", "Fernbank Primary", "A1");
    ledger.take(file(known));
    ledger.take(file(known, numbered("123456", null, "A2")));
    ledger.take(file(known));
    assertThat(ledger.query(SCHOOLS))
        .containsExactly("Fernbank Primary - A1", "URN 123456 123456 A2");
    assertThat(ledger.query("select outcome from import_row order by import_id, row"))
        .containsExactly("imported", "unchanged", "imported-with-gaps", "unchanged");

    confirm(new SchoolList.Entry("Fernbank Primary", "123456", List.of()));
    assertThat(ledger.query(SCHOOLS)).containsExactly("Fernbank Primary 123456 A1,A2");
  }

  @Test
  void aNameWithARowOfItsOwnStaysASchool() {
    ledger.take(file(fernbank("A2", "2026-04-03", "Card sent", "1")));
    List<SchoolList.Entry> list =
        List.of(
            new SchoolList.Entry("Fernbank Primary", "", List.of("Fernbank")),
            new SchoolList.Entry("Fernbank", "", List.of()));
    assertThat(
            database.<List<SchoolMerge.Merged>>inTransaction(
                () -> new ConfirmedSchools(database.jdbc(), list).confirm(UndoLedger.AT)))
        .isEmpty();
    assertThat(ledger.query("select name from school where confirmed order by name"))
        .containsExactly("Fernbank", "Fernbank Primary");
    assertThat(ledger.query("select gaps::text from incident")).containsExactly("[]");
  }

  /** A table that names a school is moved by a merge, or its rows would keep that school alive. */
  @Test
  void everyTableThatNamesASchoolIsMoved() {
    List<String> naming =
        database
            .administrator()
            .sql(
                "select conrelid::regclass::text from pg_constraint"
                    + " where confrelid = 'school'::regclass and contype = 'f'")
            .query(String.class)
            .list();
    List<String> moved = new ArrayList<>(SchoolMerge.MOVED);
    moved.addAll(List.of("incident", "nil_return", "alert", "user_account"));
    assertThat(moved)
        .as("have SchoolMerge move the rows of the new table, and name it in MOVED or here")
        .containsAll(naming);
  }

  /** Whatever was imported and undone before the other name was told, and after. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void aLateNameIsAsGoodAsAnEarlyOne(long seed) {
    Random random = new Random(seed);
    RandomLogs logs = new RandomLogs(seed);
    TreeMap<Long, UndoLedger.File> standing = new TreeMap<>();
    for (int step = 0; step < 10; step++) {
      if (random.nextInt(4) == 0 && !standing.isEmpty()) {
        List<Long> taken = new ArrayList<>(standing.keySet());
        ledger
            .undo(taken.get(random.nextInt(taken.size())))
            .forEach(undone -> standing.remove(undone.importId()));
      } else {
        UndoLedger.File file = logs.next();
        standing.put(ledger.take(file), file);
      }
      if (step == 5) {
        ledger.confirm("Fernbank");
      }
      if (step >= 5) {
        assertThat(ledger.shown())
            .as("seed %d, step %d", seed, step)
            .containsExactlyInAnyOrderElementsOf(
                knownFromTheBeginning(standing.values().toArray(UndoLedger.File[]::new)));
      }
    }
  }

  private List<SchoolMerge.Merged> confirm(SchoolList.Entry school) {
    return database.inTransaction(
        () -> new ConfirmedSchools(database.jdbc(), List.of(school)).confirm(UndoLedger.AT));
  }

  private List<String> knownFromTheBeginning(UndoLedger.File... taken) {
    UndoLedger fresh = new UndoLedger(database, database.found("fresh"));
    for (UndoLedger.File each : taken) {
      fresh.take(each);
    }
    return fresh.shown();
  }

  /** A row under a number, or none where it is empty, and a name or none. */
  private static IncomingRow numbered(String urn, @Nullable String name, String reference) {
    IncomingRow row = UndoIT.row(reference, "2026-04-03", "Email", "Card sent", "1");
    Map<Field, Value> facts = new EnumMap<>(row.facts().values());
    facts.remove(Field.SCHOOL);
    if (name != null) {
      facts.put(Field.SCHOOL, new Text(name));
    }
    if (!urn.isEmpty()) {
      facts.put(Field.SCHOOL_URN, new Text(urn));
    }
    Set<Field> mapped = EnumSet.of(Field.SCHOOL_URN);
    mapped.addAll(row.mapped());
    return new IncomingRow(
        1, 1, IncomingRow.Read.TAKEN, new Facts(facts), mapped, List.of(), Map.of());
  }

  private static IncomingRow fernbank(
      @Nullable String reference, String day, String words, String people) {
    return UndoIT.at("Fernbank", UndoIT.row(reference, day, "Email", words, people));
  }

  private UndoLedger.File file(IncomingRow... rows) {
    return UndoIT.file("file " + ++files, rows);
  }
}

package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Identity, updates and the row sum, on a real database [domain: importing a row]. */
class IncidentRegisterIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);
  private static final Set<Field> COLUMNS =
      Set.of(
          Field.SCHOOL,
          Field.REFERENCE,
          Field.OCCURRED,
          Field.REPORTED_TYPE,
          Field.DESCRIPTION,
          Field.INDIVIDUALS);

  private TestDatabase database;
  private IncidentRegister register;
  private int position;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    register = new IncidentRegister(database.dataSource());
    database.inTransaction(
        () -> new SchoolRegister(database.jdbc()).confirm("Fernbank Primary", null, List.of()));
    position = 1;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRowNobodyKnowsIsImported() {
    assertThat(take(row("R1", "2026-03-02", "Email", "Letter sent", "3")))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void theSameRowAgainIsUnchanged() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("R1", "2026-03-02", "Email", "Letter sent", "3")))
        .isEqualTo(new RowSum(1, 0, 0, 0, 1, 0, 0));
    assertThat(incidents()).isEqualTo(1);
  }

  @Test
  void aKnownReferenceWithAnotherNumberIsUpdatedAndItsHistoryKept() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("R1", "2026-03-02", "Email", "Letter sent", "12")))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(value("select facts ->> 'individuals' from incident")).isEqualTo("12");
    assertThat(value("select facts ->> 'individuals' from incident_history")).isEqualTo("3");
  }

  @Test
  void aKnownReferenceWithOneOfTheThreeEqualIsTheSameIncident() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("R1", "2026-03-09", "Email", "Laptop lost", "3")))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1);
  }

  @Test
  void aKnownReferenceWithDayTypeAndWordsAllDifferentIsAnotherIncident() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("R1", "2026-04-09", "Hardware", "Laptop lost", "3")))
        .isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    assertThat(value("select notices ->> 0 from import_row where outcome = 'imported-with-gaps'"))
        .contains("reference-used-again");
    assertThat(incidents()).isEqualTo(2);
  }

  @Test
  void aKnownReferenceOfWhichNothingWasSaidIsFilledIn() {
    take(row("R1", null, "", null, "3"));
    assertThat(take(row("R1", "2026-03-02", "Email", "Letter sent", "3")))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1);
    assertThat(value("select day::text from incident")).isEqualTo("2026-03-02");
    assertThat(value("select gaps::text from incident")).isEqualTo("[]");
    assertThat(value("select count(*)::text from incident_history")).isEqualTo("1");
  }

  @Test
  void aKnownReferenceOfWhichOneThingWasSaidThatDiffersIsAnotherIncident() {
    take(row("R1", "2026-03-02", "", null, "3"));
    assertThat(take(row("R1", "2026-04-09", "Hardware", "Laptop lost", "3")))
        .isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    assertThat(incidents()).isEqualTo(2);
  }

  /** The sheet gave only the day it was reported on; now it says all. */
  @Test
  void aDayThatIsFilledInLaterLeavesTheIncidentTheSame() {
    take(reported("2026-03-05", row("R1", null, "", null, "3")));
    assertThat(value("select day_from from incident")).isEqualTo("reported");
    assertThat(take(reported("2026-03-05", row("R1", "2026-03-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(value("select day || ' ' || day_from from incident"))
        .isEqualTo("2026-03-02 occurred");
    assertThat(take(reported("2026-03-05", row("R1", null, "", null, "3"))))
        .as("and a narrower sheet that tells no better day is of the same incident")
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1);
  }

  @Test
  void aReportedDayWithATimeIsComparedByItsLondonDay() {
    IncomingRow late = row("R1", null, "", null, "3");
    take(with(Field.REPORTED, new Moment.At(Instant.parse("2026-06-04T23:30:00Z")), late));
    assertThat(value("select day::text from incident")).isEqualTo("2026-06-05");
    assertThat(take(reported("2026-06-05", row("R1", "2026-06-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void anotherReportedDayUnderAKnownReferenceIsAnotherIncident() {
    take(reported("2026-03-05", row("R1", null, "", null, "3")));
    assertThat(take(reported("2026-04-07", row("R1", "2026-04-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    take(reported("2026-05-07", row("R2", "2026-05-02", "Email", "Letter sent", "3")));
    assertThat(take(reported("2026-05-07", row("R2", "2026-05-03", "Post", "Card sent", "3"))))
        .as("both tell when it occurred, and differ")
        .isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    take(with(Field.REPORTED, new Moment.Undated(), row("R3", null, "", "x", "3")));
    assertThat(
            take(
                with(
                    Field.REPORTED,
                    new Moment.Undated(),
                    row("R3", "2026-05-03", "Post", "Card sent", "3"))))
        .as("undated is no day")
        .isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void aRowWithoutReferenceWhoseDayIsFilledInIsMatchedByLikeness() {
    take(reported("2026-03-05", row(null, null, "Email", "Letter sent", "3")));
    assertThat(take(reported("2026-03-05", row(null, "2026-03-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(value("select day || ' ' || gaps from incident"))
        .isEqualTo("2026-03-02 [{\"code\": \"matched-by-likeness\"}]");
    assertThat(take(reported("2026-03-05", row(null, "2026-03-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void aDayFilledInIsNoReasonWhereMoreThanOneCouldBeMeantOrNothingElseIsSaid() {
    IncomingRow one = reported("2026-03-05", row(null, null, "Email", "Letter sent", "3"));
    take(one, again(one), reported("2026-03-06", row(null, null, "", null, "3")));
    assertThat(take(reported("2026-03-05", row(null, "2026-03-02", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
    assertThat(take(reported("2026-03-06", row(null, "2026-03-02", "", null, "3"))))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
    assertThat(take(reported("2026-03-07", row(null, "2026-03-01", "Email", "Letter sent", "3"))))
        .as("another day of the same kind")
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
  }

  /** Papers and comparisons count by the day as it stands, typed anew or not [002]. */
  @Test
  void aRowWithoutTheColumnLeavesTheDayItOccurredOn() {
    IncomingRow full = reported("2026-03-05", row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    IncomingRow narrow =
        without(
            Field.OCCURRED, reported("2026-03-05", row("R1", null, "Email", "Letter sent", "4")));
    assertThat(take(full, narrow)).as("in one file").isEqualTo(new RowSum(2, 1, 0, 1, 0, 0, 0));
    assertThat(value("select day || ' ' || day_from from incident"))
        .isEqualTo("2026-03-02 occurred");
    take(without(Field.OCCURRED, reported("2026-03-06", narrow)));
    assertThat(value("select day || ' ' || day_from from incident"))
        .as("in a later one, which tells another day of reporting")
        .isEqualTo("2026-03-02 occurred");
    assertThat(value("select facts ->> 'reported' from incident")).isEqualTo("2026-03-06");
    take(reported("2026-03-06", row("R1", null, "Email", "Letter sent", "4")));
    assertThat(value("select day || ' ' || day_from from incident"))
        .as("the column is there, and empty now")
        .isEqualTo("2026-03-06 reported");
  }

  /** Wednesday 1 July 2026 is the as-of. */
  @Test
  void aDayToComeGivesWayToOneThatHasHappenedAlsoWhereAnotherRowToldIt() {
    take(reported("2026-06-05", row("R1", null, "Email", "Letter sent", "3")));
    take(without(Field.REPORTED, row("R1", "2062-06-02", "Email", "Letter sent", "3")));
    assertThat(value("select day || ' ' || day_from from incident"))
        .isEqualTo("2026-06-05 reported");
    assertThat(value("select facts ->> 'occurred' from incident")).isEqualTo("2062-06-02");
  }

  private static IncomingRow without(Field column, IncomingRow row) {
    Set<Field> mapped = new HashSet<>(row.mapped());
    mapped.add(Field.REPORTED);
    mapped.remove(column);
    return new IncomingRow(
        row.sheet(), row.row(), row.outcome(), row.facts(), mapped, row.notices(), row.extra());
  }

  private static IncomingRow reported(String day, IncomingRow row) {
    return with(Field.REPORTED, new Moment.OnDay(LocalDate.parse(day)), row);
  }

  private static IncomingRow with(Field field, Value value, IncomingRow row) {
    return new IncomingRow(
        row.sheet(),
        row.row(),
        row.outcome(),
        row.facts().with(field, value),
        row.mapped(),
        row.notices(),
        row.extra());
  }

  /** Else what is known of an incident would go with the next tab of numbers written in advance. */
  @Test
  void aRowThatSaysNothingTakesNothingFromAKnownReference() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("R1", null, "", null, "3"))).isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    assertThat(value("select count(*)::text from incident where day = date '2026-03-02'"))
        .isEqualTo("1");
  }

  /** A file in which a number stands twice gives the same incidents however often it is sent. */
  @Test
  void aRowOfTheSameFileIsNotFilledIn() {
    IncomingRow silent = row("R1", null, "", null, "3");
    IncomingRow full = row("R1", "2026-03-02", "Email", "Letter sent", "3");
    assertThat(take(silent, full)).isEqualTo(new RowSum(2, 1, 1, 0, 0, 0, 0));
    assertThat(take(silent, full)).isEqualTo(new RowSum(2, 0, 0, 0, 2, 0, 0));
    IncomingRow third = row("R1", "2026-05-05", "Hardware", "Laptop lost", "1");
    assertThat(take(silent, full, third)).isEqualTo(new RowSum(3, 0, 1, 0, 2, 0, 0));
    assertThat(incidents()).isEqualTo(3);
  }

  @Test
  void twoEqualRowsWithoutReferenceAreTwoIncidentsByTheirOrdinal() {
    IncomingRow one = row(null, "2026-03-02", "Email", "Letter sent", "3");
    assertThat(take(one, again(one))).isEqualTo(new RowSum(2, 2, 0, 0, 0, 0, 0));
    assertThat(take(one, again(one))).isEqualTo(new RowSum(2, 0, 0, 0, 2, 0, 0));
    assertThat(incidents()).isEqualTo(2);
  }

  @Test
  void aRowWithoutReferenceThatDiffersInOneThingIsMatchedByLikeness() {
    take(row(null, "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row(null, "2026-03-02", "Email", "Letter sent to a parent", "3")))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(value("select gaps::text from incident")).contains("matched-by-likeness");
  }

  @Test
  void aRowWithoutReferenceThatDiffersInTwoThingsIsNew() {
    take(row(null, "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row(null, "2026-03-02", "Email", "Letter sent to a parent", "4")))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
    assertThat(incidents()).isEqualTo(2);
  }

  @Test
  void aRowLikeTwoIncidentsIsNew() {
    take(
        row(null, "2026-03-02", "Email", "Letter sent", "3"),
        row(null, "2026-03-02", "Email", "Letter sent", "4"));
    assertThat(take(row(null, "2026-03-02", "Email", "Letter sent", "5")))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
  }

  /** The second sheet says the same of the incident that the first one changed. */
  @Test
  void aRowWithoutReferenceThatIsChangedOnTwoSheetsIsMatchedByLikenessOnce() {
    IncomingRow before = row(null, "2026-03-02", "Email", "Letter sent", "3");
    take(before, onSheetTwo(before));
    assertThat(incidents()).isEqualTo(1);
    IncomingRow after = row(null, "2026-03-02", "Email", "Letter sent", "4");
    assertThat(take(after, onSheetTwo(after))).isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1);
    assertThat(value("select facts ->> 'individuals' from incident")).isEqualTo("4");
    assertThat(value("select gaps::text from incident")).contains("matched-by-likeness");
    assertThat(value("select string_agg(outcome, ' ' order by import_id, sheet) from import_row"))
        .isEqualTo("imported unchanged updated unchanged");
  }

  @Test
  void aSheetWithoutAColumnLeavesThatFieldAsItWas() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    IncomingRow narrow =
        new IncomingRow(
            1,
            2,
            IncomingRow.Read.TAKEN,
            row("R1", "2026-03-02", "Email", null, null).facts(),
            Set.of(Field.SCHOOL, Field.REFERENCE, Field.OCCURRED, Field.REPORTED_TYPE),
            List.of(),
            Map.of());
    assertThat(take(narrow)).isEqualTo(new RowSum(1, 0, 0, 0, 1, 0, 0));
    assertThat(value("select facts ->> 'description' from incident")).isEqualTo("Letter sent");
  }

  @Test
  void returnedAndSkippedRowsAreInTheSum() {
    assertThat(
            take(
                row("R1", "2026-03-02", "Email", "Letter sent", "3"),
                empty(IncomingRow.Read.RETURNED),
                empty(IncomingRow.Read.SKIPPED)))
        .isEqualTo(new RowSum(3, 1, 0, 0, 0, 1, 1));
  }

  @Test
  void aReferenceInOtherLettersIsTheSame() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3"));
    assertThat(take(row("r1", "2026-03-02", "Email", "Letter sent", "3")))
        .isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(incidents()).isEqualTo(1);
  }

  @Test
  void anUnknownSchoolIsAGapAndNeverALostRow() {
    IncomingRow known = row("R1", "2026-03-02", "Email", "Letter sent", "3");
    IncomingRow unknown =
        new IncomingRow(
            1,
            3,
            IncomingRow.Read.TAKEN,
            known.facts().with(Field.SCHOOL, new Text("Fernbnak Primary")),
            COLUMNS,
            List.of(),
            Map.of());
    assertThat(take(unknown)).isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    assertThat(value("select notices ->> 0 from import_row")).contains("school-to-confirm");
  }

  /** Wednesday 1 July 2026 is the as-of: a year written wrong covers no silent months. */
  @Test
  void aDayAfterTheAsOfIsAGapAndCoversNothing() {
    assertThat(
            take(
                row("R1", "2026-02-10", "Email", "Letter sent", "3"),
                row("R2", "2062-02-11", "Post", "Register sent", "4")))
        .isEqualTo(new RowSum(2, 1, 1, 0, 0, 0, 0));
    assertThat(months()).containsExactly("2026-02-01");
  }

  /** Wednesday 1 July 2026 is the as-of: what lies after it has not happened yet. */
  @Test
  void aDayAfterTheAsOfFallsToTheDayItWasIdentifiedAndStaysTheSameIncident() {
    IncomingRow slip = identified(row(null, "2062-06-11", "Email", "Letter sent", "3"));
    assertThat(take(slip)).isEqualTo(new RowSum(1, 0, 1, 0, 0, 0, 0));
    assertThat(value("select day || ' ' || day_from from incident"))
        .isEqualTo("2026-06-12 identified");
    assertThat(value("select notices ->> 0 from import_row"))
        .contains("date-after-as-of", "occurred", "2062-06-11");
    assertThat(months()).containsExactly("2026-06-01");
    assertThat(take(again(slip))).isEqualTo(new RowSum(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void theDayOfTheAsOfHasHappened() {
    assertThat(take(identified(row("R1", "2026-07-01", "Email", "Letter sent", "3"))))
        .isEqualTo(new RowSum(1, 1, 0, 0, 0, 0, 0));
    assertThat(value("select day || ' ' || day_from from incident"))
        .isEqualTo("2026-07-01 occurred");
  }

  private static IncomingRow identified(IncomingRow row) {
    return new IncomingRow(
        row.sheet(),
        row.row(),
        row.outcome(),
        row.facts().with(Field.IDENTIFIED, new Moment.OnDay(LocalDate.of(2026, 6, 12))),
        row.mapped(),
        row.notices(),
        row.extra());
  }

  @Test
  void theReporterLiesApartFromTheIncident() {
    take(row("R1", "2026-03-02", "Email", "Letter sent", "3", "Canary Reporter"));
    assertThat(value("select facts::text from incident")).doesNotContain("Canary");
    assertThat(value("select reporter from incident_reporter")).isEqualTo("Canary Reporter");
  }

  @Test
  void aLogCoversFromTheSchoolsFirstRowToTheLogsLast() {
    take(
        row("R1", "2026-02-10", "Email", "Letter sent", "3"),
        row("R2", "2026-05-10", "Email", "Register sent", "3"));
    assertThat(months()).containsExactly("2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01");
  }

  @Test
  void aStatedPeriodCoversExactlyItsMonthsButNoneThatHasNotEnded() {
    take(
        new TreeSet<>(Set.of(YearMonth.of(2026, 4), YearMonth.of(2026, 6), YearMonth.of(2026, 7))),
        row("R1", "2026-05-10", "Email", "Letter sent", "3"));
    assertThat(months()).containsExactly("2026-04-01", "2026-06-01");
  }

  private RowSum take(IncomingRow... rows) {
    return take(new TreeSet<>(), rows);
  }

  private RowSum take(SortedSet<YearMonth> stated, IncomingRow... rows) {
    return database.inTransaction(
        () -> {
          long importId = importId();
          try {
            Map<Integer, RowSum> sums =
                register.take(importId, AT, WEDNESDAY_1_JULY, sink -> List.of(rows).forEach(sink));
            register.cover(importId, false, stated, WEDNESDAY_1_JULY);
            return sums.get(1);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
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

  private IncomingRow row(
      @Nullable String reference,
      @Nullable String day,
      String type,
      @Nullable String words,
      @Nullable String people) {
    return row(reference, day, type, words, people, null);
  }

  private IncomingRow row(
      @Nullable String reference,
      @Nullable String day,
      String type,
      @Nullable String words,
      @Nullable String people,
      @Nullable String reporter) {
    Map<Field, Value> values = new EnumMap<>(Field.class);
    values.put(Field.SCHOOL, new Text("Fernbank Primary"));
    put(values, Field.REFERENCE, reference);
    if (day != null) {
      values.put(Field.OCCURRED, new Moment.OnDay(LocalDate.parse(day)));
    }
    put(values, Field.REPORTED_TYPE, type);
    put(values, Field.DESCRIPTION, words);
    put(values, Field.REPORTER, reporter);
    if (people != null) {
      values.put(Field.INDIVIDUALS, Individuals.parse(people));
    }
    return new IncomingRow(
        1, ++position, IncomingRow.Read.TAKEN, new Facts(values), COLUMNS, List.of(), Map.of());
  }

  private static void put(Map<Field, Value> values, Field field, @Nullable String text) {
    if (text != null) {
      values.put(field, new Text(text));
    }
  }

  private IncomingRow again(IncomingRow row) {
    return new IncomingRow(
        1, ++position, row.outcome(), row.facts(), row.mapped(), row.notices(), row.extra());
  }

  private static IncomingRow onSheetTwo(IncomingRow row) {
    return new IncomingRow(
        2, row.row(), row.outcome(), row.facts(), row.mapped(), row.notices(), row.extra());
  }

  private IncomingRow empty(IncomingRow.Read outcome) {
    return new IncomingRow(1, ++position, outcome, Facts.none(), COLUMNS, List.of(), Map.of());
  }

  private int incidents() {
    return Integer.parseInt(value("select count(*)::text from incident"));
  }

  private String value(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).single());
  }

  private List<String> months() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select month::text from coverage order by month")
                .query(String.class)
                .list());
  }
}

package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** An undone import has never been: what it added, changed, named and covered is as before it. */
class UndoIT {

  private static final Set<Field> FULL =
      Set.of(
          Field.SCHOOL,
          Field.REFERENCE,
          Field.OCCURRED,
          Field.IDENTIFIED,
          Field.REPORTED_TYPE,
          Field.DESCRIPTION,
          Field.INDIVIDUALS,
          Field.REPORTER);

  private TestDatabase database;
  private UndoLedger ledger;
  private int files;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    ledger = new UndoLedger(database, database.trustId());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatItAddedGoesAwayWithItsCoverageAndTheSchoolOnlyItNamed() {
    ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    List<String> before = ledger.shown();
    long second =
        ledger.take(
            file(
                row("A2", "2026-03-03", "Email", "Register sent", "4"),
                at("Elmwood", row("E1", "2026-04-03", "Post", "Card sent", "1"))));
    assertThat(ledger.shown()).isNotEqualTo(before).contains("Elmwood");

    assertThat(ledger.undo(second)).containsExactly(new Undo.Undone(second, 2, 0, 0, 3));

    assertThat(ledger.shown()).isEqualTo(before);
  }

  @Test
  void whatWentAwayStaysOnRecord() {
    long only =
        ledger.take(file(by("A. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    ledger.undo(only);

    assertThat(ledger.query("select facts ->> 'description' from incident_history"))
        .containsExactly("Letter sent");
    assertThat(
            ledger.query(
                "select concat_ws(' ', kind, replaced_by_import = %d, stood ->> 'reference')"
                        .formatted(only)
                    + " from incident_history"))
        .containsExactly("removed t A1");
    assertThat(ledger.query("select reporter from reporter_said")).containsExactly("A. Reporter");
    assertThat(ledger.query("select outcome from import_row")).containsExactly("imported");
    assertThat(ledger.query("select month::text from undone_coverage"))
        .containsExactly("2026-02-01");
    assertThat(
            ledger.query(
                "select concat_ws(' ', status, undone_by, undone_at at time zone 'UTC')"
                    + " from import_file"))
        .containsExactly("undone dpo 2026-07-01 02:00:00");
  }

  @Test
  void whatItChangedIsAsBefore() {
    ledger.take(
        file(
            row("A1", "2026-02-03", "Email", "Letter sent", "3"),
            row(null, "2026-02-05", "Post", "Card lost", "1")));
    List<String> before = ledger.shown();
    long second =
        ledger.take(
            file(
                row("a1", "2026-02-04", "Email", "Letter sent to two", "12"),
                row(null, "2026-02-05", "Post", "Card lost", "2")));

    assertThat(ledger.undo(second)).containsExactly(new Undo.Undone(second, 0, 2, 0, 1));

    assertThat(ledger.shown()).isEqualTo(before);
  }

  /** Rows of one file about the same incident are taken one after the other. */
  @Test
  void whatItChangedTwiceIsAsBeforeTheFirstChange() {
    ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    List<String> before = ledger.shown();
    long second =
        ledger.take(
            file(
                row("A1", "2026-02-03", "Email", "Letter sent", "4"),
                row("A1", "2026-02-03", "Email", "Letter sent", "5")));

    ledger.undo(second);

    assertThat(ledger.shown()).isEqualTo(before);
  }

  @Test
  void theReporterAndTheExtraColumnsAreAsBefore() {
    ledger.take(
        file(
            with(
                Map.of("Room", "Hall"),
                by("A. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))),
            row("A2", "2026-02-04", "Email", "Register sent", "3")));
    List<String> before = ledger.shown();
    long second =
        ledger.take(
            file(
                with(
                    Map.of("Room", "Office", "Shelf", "2"),
                    by("B. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))),
                with(
                    Map.of("Room", "Hall"),
                    by("C. Reporter", row("A2", "2026-02-04", "Email", "Register sent", "3")))));
    assertThat(String.join("\n", ledger.shown())).contains("B. Reporter").contains("Shelf");

    ledger.undo(second);

    assertThat(ledger.shown()).isEqualTo(before);
  }

  @Test
  void aReporterALaterImportNamedTooStays() {
    ledger.take(file(by("A. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    long second =
        ledger.take(file(by("B. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    long third =
        ledger.take(file(by("B. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    assertThat(ledger.later(second)).isEmpty();

    ledger.undo(second);
    assertThat(ledger.query("select reporter from incident_reporter"))
        .containsExactly("B. Reporter");

    ledger.undo(third);
    assertThat(ledger.query("select reporter from incident_reporter"))
        .containsExactly("A. Reporter");
  }

  @Test
  void aLaterChangeStandsInTheWayAndIsNamed() {
    long first =
        ledger.take(
            file(
                row("A1", "2026-02-03", "Email", "Letter sent", "3"),
                row(null, "2026-02-09", "Post", "Card lost", "1"),
                row("A3", "2026-02-04", "Post", "Card sent", "1")));
    long second = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "4")));
    long third =
        ledger.take(
            file(
                row("A1", "2026-02-03", "Email", "Letter sent", "5"),
                row("A3", "2026-02-04", "Post", "Card sent", "1"),
                row(null, "2026-02-09", "Post", "Card lost", "2")));
    String unnumbered =
        "incident "
            + ledger.query("select incident_id::text from incident where reference is null").get(0);

    assertThat(ledger.later(first))
        .containsExactly(
            Map.entry(third, List.of("A1", unnumbered)), Map.entry(second, List.of("A1")));
    assertThat(ledger.later(third)).isEmpty();
  }

  @Test
  void withTheLaterOnesEverythingIsUndoneTheNewestFirst() {
    List<String> before = ledger.shown();
    long first = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    long second = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "4")));
    long third = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "5")));

    assertThat(ledger.undo(first).stream().map(Undo.Undone::importId))
        .containsExactly(third, second, first);

    assertThat(ledger.shown()).isEqualTo(before);
  }

  /** The third changed what the second had added: undoing the first with it takes all three. */
  @Test
  void whatStandsInTheWayOfALaterOneIsUndoneToo() {
    List<String> before = ledger.shown();
    long first = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    ledger.take(
        file(
            row("A1", "2026-02-03", "Email", "Letter sent", "4"),
            row("A2", "2026-02-03", "Post", "Card sent", "1")));
    ledger.take(file(row("A2", "2026-02-03", "Post", "Card sent", "2")));

    assertThat(ledger.undo(first)).hasSize(3);

    assertThat(ledger.shown()).isEqualTo(before);
  }

  @Test
  void whatALaterImportBroughtTooStaysAsIfOnlyThatHadBroughtIt() {
    UndoLedger.File cumulative =
        file(
            row("A1", "2026-02-03", "Email", "Letter sent", "3"),
            row("A2", "2026-03-03", "Post", "Card sent", "1"));
    long first =
        ledger.take(
            file(
                by("A. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "3")),
                row("A0", "2026-01-20", "Post", "Mistake", "1")));
    ledger.take(cumulative);

    assertThat(ledger.undo(first)).containsExactly(new Undo.Undone(first, 1, 0, 1, 2));

    assertThat(ledger.shown()).isEqualTo(replayed(cumulative));
  }

  /** The later sheet has no column for it, so only the undone import knew. */
  @Test
  void whatOnlyTheUndoneImportKnewOfAnIncidentThatStaysIsForgotten() {
    UndoLedger.File narrow =
        file(
            narrow(
                Set.of(Field.SCHOOL, Field.REFERENCE, Field.IDENTIFIED, Field.DESCRIPTION),
                identified("2026-02-06", row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    UndoLedger.File full =
        file(identified("2026-02-06", row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    long first = ledger.take(full);
    ledger.take(narrow);

    ledger.undo(first);

    assertThat(ledger.shown()).isEqualTo(replayed(narrow));
    assertThat(
            ledger.query(
                "select concat_ws(' ', day, day_from, facts ->> 'occurred')" + " from incident"))
        .containsExactly("2026-02-06 identified");
  }

  @Test
  void aChangeALaterImportSaidTooStaysAsItsChange() {
    UndoLedger.File first = file(row("A1", "2026-02-03", "Email", "Letter sent", "3"));
    UndoLedger.File third = file(row("A1", "2026-02-03", "Email", "Letter sent", "4"));
    ledger.take(first);
    long second = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "4")));
    long last = ledger.take(third);

    ledger.undo(second);
    assertThat(ledger.shown()).isEqualTo(replayed(first, third));

    ledger.undo(last);
    assertThat(ledger.shown()).isEqualTo(replayed(first));
  }

  @Test
  void theSameFileTakenAgainGivesTheSame() {
    ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    UndoLedger.File second =
        file(
            by("B. Reporter", row("A1", "2026-02-03", "Email", "Letter sent", "4")),
            row(null, "2026-03-03", "Post", "Card sent", "1"),
            row(null, "2026-03-03", "Post", "Card sent", "1"));
    long undone = ledger.take(second);
    List<String> after = ledger.shown();

    ledger.undo(undone);
    long again = ledger.take(second);

    assertThat(again).isGreaterThan(undone);
    assertThat(ledger.shown()).isEqualTo(after);
  }

  @Test
  void anIncidentThatCitedARemovedOneIsScoredAgain() {
    ledger.take(file(row("A1", "2026-03-03", "Email", "Letter sent", "3")));
    long second = ledger.take(file(row("A0", "2026-02-03", "Email", "Register sent", "3")));
    ledger.change(
        """
        update incident set stale_type = false, stale_score = false, stale_duties = false,
          repeat_of = (select incident_id from incident where reference = 'A0')
        where reference = 'A1'
        """);

    ledger.undo(second);

    assertThat(ledger.query("select stale_score::text from incident")).containsExactly("true");
  }

  @Test
  void anImportOfAnEarlierVersionIsNotRememberedWellEnough() {
    long first = ledger.take(file(row("A1", "2026-02-03", "Email", "Letter sent", "3")));
    ledger.change("update import_row set shape = null");
    assertThat(database.inTransaction(() -> new Undo(database.jdbc()).remembered(first))).isFalse();
  }

  private List<String> replayed(UndoLedger.File... standing) {
    UndoLedger fresh = new UndoLedger(database, database.found("fresh"));
    for (UndoLedger.File each : standing) {
      fresh.take(each);
    }
    return fresh.shown();
  }

  private UndoLedger.File file(IncomingRow... rows) {
    return file("file " + ++files, rows);
  }

  /** A file of one sheet with these rows one below the other. */
  static UndoLedger.File file(String name, IncomingRow... rows) {
    List<IncomingRow> placed = new ArrayList<>();
    for (IncomingRow row : rows) {
      placed.add(
          new IncomingRow(
              1,
              placed.size() + 2,
              row.outcome(),
              row.facts(),
              row.mapped(),
              row.notices(),
              row.extra()));
    }
    return new UndoLedger.File(name, placed);
  }

  static IncomingRow row(
      @Nullable String reference, String day, String type, String words, String people) {
    Map<Field, Value> values = new EnumMap<>(Field.class);
    values.put(Field.SCHOOL, new Text("Fernbank Primary"));
    if (reference != null) {
      values.put(Field.REFERENCE, new Text(reference));
    }
    values.put(Field.OCCURRED, new Moment.OnDay(LocalDate.parse(day)));
    values.put(Field.REPORTED_TYPE, new Text(type));
    values.put(Field.DESCRIPTION, new Text(words));
    values.put(Field.INDIVIDUALS, Individuals.parse(people));
    return of(new Facts(values), FULL, Map.of());
  }

  static IncomingRow at(String school, IncomingRow row) {
    return of(row.facts().with(Field.SCHOOL, new Text(school)), row.mapped(), row.extra());
  }

  static IncomingRow by(String reporter, IncomingRow row) {
    return of(row.facts().with(Field.REPORTER, new Text(reporter)), row.mapped(), row.extra());
  }

  static IncomingRow identified(String day, IncomingRow row) {
    Moment moment = new Moment.OnDay(LocalDate.parse(day));
    return of(row.facts().with(Field.IDENTIFIED, moment), row.mapped(), row.extra());
  }

  static IncomingRow with(Map<String, String> extra, IncomingRow row) {
    return of(row.facts(), row.mapped(), extra);
  }

  /** The same row of a sheet with fewer columns. */
  static IncomingRow narrow(Set<Field> columns, IncomingRow row) {
    Map<Field, Value> values = new EnumMap<>(Field.class);
    row.facts()
        .values()
        .forEach(
            (field, value) -> {
              if (columns.contains(field)) {
                values.put(field, value);
              }
            });
    return of(new Facts(values), EnumSet.copyOf(columns), row.extra());
  }

  private static IncomingRow of(Facts facts, Set<Field> mapped, Map<String, String> extra) {
    return new IncomingRow(1, 1, IncomingRow.Read.TAKEN, facts, mapped, List.of(), extra);
  }
}

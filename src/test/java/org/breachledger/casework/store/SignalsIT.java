package org.breachledger.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.casework.Signal;
import org.breachledger.casework.SignalRule;
import org.breachledger.casework.store.SignalDesk.NotToBeJudged;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.store.RetentionDesk;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals on a real database: found again, promoted, dismissed, taken back. */
class SignalsIT {

  private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");
  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);
  private static final SignalRule RULE =
      new SignalRule(
          "failed-log-ins",
          "Many failed log-ins on one account",
          "failed log-in",
          SignalRule.By.ACCOUNT,
          Set.of("failed-log-in"),
          Set.of(),
          false,
          Duration.ofMinutes(10),
          5,
          0,
          0,
          "UNAUTHORISED_ACCESS");

  private TestDatabase database;
  private Signals signals;
  private SignalDesk desk;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    signals = new Signals(database.jdbc());
    desk =
        new SignalDesk(
            database.jdbc(),
            new IncidentRegister(database.dataSource()),
            new JdbcAuditTrail(
                database.jdbc(), database.transactionManager(), Clock.fixed(AT, ZoneOffset.UTC)),
            code -> "Unauthorised access by an insider",
            "category-levels 1");
    database.inTransaction(
        () -> new SchoolRegister(database.jdbc()).confirm("Fernbank Primary", null, List.of()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Signal signal(String who, String from, String to, int lines) {
    return new Signal(
        RULE,
        who,
        "Fernbank Primary",
        Instant.parse("2026-03-02T" + from + ":00Z"),
        Instant.parse("2026-03-02T" + to + ":00Z"),
        lines,
        0,
        1,
        new Signal.Line(1, 2),
        new Signal.Line(1, 6));
  }

  private long log(String name) {
    return database.inTransaction(
        () -> {
          ImportRecords records = new ImportRecords(database.jdbc());
          return records.open(
              new ImportRecords.Arrival(name, "0".repeat(64), 10, name, AT, "category-levels 1"),
              AT);
        });
  }

  private int keep(long importId, Signal... found) {
    return database.inTransaction(() -> signals.keep(importId, List.of(found), AT));
  }

  private List<StoredSignal> all() {
    return database.inTransaction(() -> signals.list(false));
  }

  private int count(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Integer.class).single());
  }

  private String text(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).single());
  }

  /** Undoing the log deletes what no other log has shown: not under a hold on the school. */
  @Test
  void openSignalsOfASchoolUnderHoldAreNotTakenBack() {
    long first = log("march.csv");
    long second = log("again.csv");
    keep(first, signal("J.Doe", "09:00", "09:04", 5), signal("K.Doe", "11:00", "11:04", 5));
    keep(second, signal("J.Doe", "09:00", "09:04", 5));
    assertThat(held(first)).isZero();
    RetentionDesk holds =
        new RetentionDesk(
            database.jdbc(),
            new IncidentRegister(database.dataSource()),
            new JdbcAuditTrail(
                database.jdbc(), database.transactionManager(), Clock.fixed(AT, ZoneOffset.UTC)));
    RetentionDesk.Place school =
        new RetentionDesk.Place(count("select school_id from school"), Optional.empty());
    RetentionDesk.By dpo = new RetentionDesk.By("dpo", "dpo", AT);
    database.inTransaction(() -> holds.hold(school, "A court", dpo));
    assertThat(held(first)).isEqualTo(1);
    assertThat(held(second)).isZero();
    assertThat(held(first, second)).isEqualTo(2);
    database.inTransaction(() -> holds.lift(school, Optional.empty(), "It is over", dpo));
    assertThat(held(first, second)).isZero();
  }

  private long held(Long... imports) {
    return database.inTransaction(() -> signals.held(List.of(imports)));
  }

  @Test
  void aSignalIsKeptWithItsEvidenceAndItsPlace() {
    long log = log("march.csv");
    assertThat(keep(log, signal("J.Doe", "09:00", "09:04", 5))).isEqualTo(1);
    StoredSignal kept = all().get(0);
    assertThat(kept.open()).isTrue();
    assertThat(kept.evidence())
        .isEqualTo("5 failed log-ins from 1 address, Monday 2 March 2026 at 09:00 to 09:04");
    assertThat(kept.evidence()).doesNotContain("Doe");
    assertThat(kept.toString()).doesNotContain("Doe");
    assertThat(kept.subject()).isEqualTo("J.Doe");
    assertThat(kept.importId()).isEqualTo(log);
    assertThat(kept.first()).isEqualTo(new StoredSignal.Place(1, 2));
    assertThat(kept.last()).isEqualTo(new StoredSignal.Place(1, 6));
    assertThat(text("select s.name from signal g join school s using (school_id)"))
        .isEqualTo("Fernbank Primary");
  }

  @ParameterizedTest(name = "{0} from {1} to {2} beside J.Doe from 09:10 to 09:20: {3} signals")
  @CsvSource({
    "J.Doe, 09:10, 09:20, 1", // the same
    "j.doe, 09:10, 09:20, 1", // the case does not matter
    "J.Doe, 09:15, 09:20, 1", // a later export that begins in its midst
    "J.Doe, 09:10, 09:30, 1", // an earlier export that ended in its midst
    "J.Doe, 09:20, 09:25, 1", // one line in common
    "J.Doe, 09:00, 09:10, 1",
    "J.Doe, 09:21, 09:25, 2", // another burst
    "J.Doe, 09:00, 09:09, 2",
    "K.Doe, 09:10, 09:20, 2", // another account
  })
  void anOverlappingExportRaisesNothingTwice(String who, String from, String to, int expected) {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    int fresh = keep(log("two.csv"), signal(who, from, to, 6));
    assertThat(fresh).isEqualTo(expected - 1);
    assertThat(all()).hasSize(expected);
  }

  @Test
  void aBurstThatALaterExportShowsLongerGrows() {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    keep(log("two.csv"), signal("J.Doe", "09:05", "09:30", 9));
    StoredSignal grown = all().get(0);
    assertThat(grown.from()).isEqualTo("2026-03-02T09:05:00Z");
    assertThat(grown.to()).isEqualTo("2026-03-02T09:30:00Z");
    assertThat(grown.lines()).isEqualTo(9);
    assertThat(grown.evidence()).startsWith("9 failed log-ins");
  }

  @Test
  void aDecidedSignalStaysAsItWasDecidedWhenItIsFoundAgain() {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    long id = all().get(0).id();
    dismiss(id);
    assertThat(keep(log("two.csv"), signal("J.Doe", "09:10", "09:30", 9))).isZero();
    StoredSignal decided = all().get(0);
    assertThat(decided.state()).isEqualTo("dismissed");
    assertThat(decided.lines()).isEqualTo(5);
    assertThat(decided.why()).isEqualTo("a forgotten password");
    assertThat(decided.decidedBy()).isEqualTo("A. Analyst");
    assertThat(decided.decidedAt()).isEqualTo(AT);
  }

  @Test
  void theListGoesFromOpenToDecidedAndFromNewToOldAPageAtATime() {
    long log = log("march.csv");
    keep(
        log,
        signal("J.Doe", "09:00", "09:04", 5),
        signal("K.Doe", "11:00", "11:04", 5),
        signal("L.Doe", "10:00", "10:04", 5));
    dismiss(all().get(2).id());
    assertThat(stretch("", 9, 0)).containsExactly("L.Doe", "J.Doe", "K.Doe");
    assertThat(stretch("", 2, 0)).containsExactly("L.Doe", "J.Doe");
    assertThat(stretch("", 2, 2)).containsExactly("K.Doe");
    assertThat(stretch("open", 9, 0)).containsExactly("L.Doe", "J.Doe");
    assertThat(stretch("decided", 9, 0)).containsExactly("K.Doe");
    assertThat(stretch("decided", 9, 1)).isEmpty();
  }

  private List<String> stretch(String state, int most, int before) {
    return database.inTransaction(
        () -> signals.stretch(state, most, before).stream().map(StoredSignal::subject).toList());
  }

  private void dismiss(long id) {
    database
        .transactions()
        .executeWithoutResult(status -> desk.dismiss(id, "A. Analyst", "a forgotten password", AT));
  }

  private SignalDesk.Promoted promote(long id) {
    return database.inTransaction(
        () -> desk.promote(id, "A. Analyst", "nobody was on duty", null, AT, WEDNESDAY_1_JULY));
  }

  @Test
  void aSignalCountsForNothingBeforeItIsPromoted() {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    assertThat(count("select count(*) from incident")).isZero();
    assertThat(count("select count(*) from import_row")).isZero();
    assertThat(count("select count(*) from coverage")).isZero();
    long id = all().get(0).id();
    SignalDesk.Promoted made = promote(id);
    assertThat(count("select count(*) from incident")).isEqualTo(1);
    assertThat(count("select count(*) from coverage")).isZero();
    assertThat(made.reference()).isEqualTo("signal-" + id);
    assertThat(all().get(0).incidentId()).isEqualTo(made.incidentId());
    assertThat(all().get(0).state()).isEqualTo("promoted");
  }

  @Test
  void aPromotedSignalIsAnIncidentThatOccurredWhenItBeganAndNamesNobody() {
    long log = log("one.csv");
    keep(log, signal("J.Doe", "09:10", "09:20", 5));
    promote(all().get(0).id());
    String facts = text("select facts::text from incident");
    assertThat(facts).doesNotContain("Doe").doesNotContain("nobody was on duty");
    assertThat(text("select facts ->> 'occurred' from incident")).isEqualTo("2026-03-02T09:10:00Z");
    assertThat(text("select facts ->> 'identified' from incident")).isEqualTo(AT.toString());
    assertThat(text("select facts ->> 'status' from incident")).isEqualTo("potential");
    assertThat(text("select facts ->> 'reported_type' from incident"))
        .isEqualTo("Unauthorised access by an insider");
    assertThat(text("select facts ->> 'description' from incident"))
        .isEqualTo(
            "Many failed log-ins on one account: 5 failed log-ins from 1 address, Monday 2 March"
                + " 2026 at 09:10 to 09:20");
    assertThat(text("select counted_as from incident")).isEqualTo("incident");
    assertThat(text("select gaps #>> '{0,column}' from incident")).isEqualTo("individuals");
    assertThat(
            text(
                "select f.file_name || ' ' || i.sheet || ' ' || i.row from incident i"
                    + " join import_file f using (import_id)"))
        .isEqualTo("one.csv 1 2");
    assertThat(text("select s.name from incident join school s using (school_id)"))
        .isEqualTo("Fernbank Primary");
  }

  @Test
  void twoSignalsOfOneDayAreTwoIncidents() {
    keep(
        log("one.csv"), signal("J.Doe", "09:10", "09:20", 5), signal("K.Doe", "09:10", "09:20", 5));
    all().forEach(signal -> promote(signal.id()));
    assertThat(count("select count(*) from incident")).isEqualTo(2);
    assertThat(count("select count(*) from import_file where status = 'imported'")).isEqualTo(2);
  }

  @Test
  void aDecisionIsMadeOnceAndOnRecord() {
    keep(
        log("one.csv"), signal("J.Doe", "09:10", "09:20", 5), signal("K.Doe", "09:10", "09:20", 5));
    long one = all().get(0).id();
    long two = all().get(1).id();
    promote(one);
    dismiss(two);
    for (long id : List.of(one, two)) {
      assertThatThrownBy(() -> promote(id))
          .isInstanceOf(NotToBeJudged.class)
          .hasMessageContaining("already; a decision is made once");
      assertThatThrownBy(() -> dismiss(id)).isInstanceOf(NotToBeJudged.class);
    }
    assertThatThrownBy(() -> promote(4711)).hasMessageContaining("there is no signal 4711");
    List<String> trail =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        "select who || ' ' || action || ' ' || subject from audit_entry order by seq")
                    .query(String.class)
                    .list());
    assertThat(trail)
        .containsExactly("A. Analyst promote signal " + one, "A. Analyst dismiss signal " + two);
    assertThat(text("select string_agg(details, '') from audit_entry"))
        .doesNotContain("Doe")
        .doesNotContain("password");
  }

  @Test
  void lookingAtOneSignalIsOnRecord() {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    long id = all().get(0).id();
    StoredSignal shown = database.inTransaction(() -> desk.show(id, "A. Analyst"));
    assertThat(shown.subject()).isEqualTo("J.Doe");
    assertThat(text("select who || ' ' || action || ' ' || subject from audit_entry"))
        .isEqualTo("A. Analyst show signal " + id);
  }

  @Test
  void undoingALogTakesItsOpenSignalsAwayAndLeavesWhatAnotherHasShown() {
    long one = log("one.csv");
    long two = log("two.csv");
    keep(one, signal("J.Doe", "09:10", "09:20", 5), signal("K.Doe", "09:10", "09:20", 5));
    keep(two, signal("J.Doe", "09:10", "09:20", 5));
    assertThat(takeBack(one)).isEqualTo(1);
    assertThat(all())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.subject()).isEqualTo("J.Doe");
              assertThat(left.importId()).isEqualTo(two);
            });
    assertThat(takeBack(two)).isEqualTo(1);
    assertThat(all()).isEmpty();
  }

  @Test
  void undoingALogLeavesDecidedSignalsAndUndoingAPromotionOpensOneAgain() {
    long log = log("one.csv");
    keep(log, signal("J.Doe", "09:10", "09:20", 5), signal("K.Doe", "09:10", "09:20", 5));
    long promoted = all().get(0).id();
    SignalDesk.Promoted made = promote(promoted);
    dismiss(all().get(1).id());
    assertThat(takeBack(log)).isZero();
    assertThat(all()).extracting(StoredSignal::state).containsExactly("promoted", "dismissed");
    takeBack(made.importId());
    assertThat(all()).extracting(StoredSignal::state).containsExactly("open", "dismissed");
    assertThat(all().get(0).incidentId()).isNull();
  }

  private int takeBack(long importId) {
    return database.inTransaction(() -> signals.takeBack(importId));
  }

  @Test
  void anotherTrustSeesNone() {
    keep(log("one.csv"), signal("J.Doe", "09:10", "09:20", 5));
    int other = database.found("Another trust");
    assertThat(database.trust().within(other, this::all)).isEmpty();
  }
}

package org.breachledger.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.AlertRefused;
import org.breachledger.alerting.AlertState;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.Measure;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertSteps.Outcome;
import org.breachledger.alerting.store.AlertSteps.Step;
import org.breachledger.alerting.webhook.AlertEvents;
import org.breachledger.casework.ByWhom;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.AuditTrail;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** An alert from its raising to its closing at the next comparison. */
class AlertLifeIT {

  private static final Instant RAISED = Instant.parse("2026-07-01T02:00:00Z");
  private static final Instant NOW = Instant.parse("2026-07-02T08:00:00Z");
  private static final Routes ROUTES = Routes.read(new JobsFolder(null));
  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1);
  private static final AddressBook BOOK =
      new AddressBook(
          "log@example.org",
          "https://log.example.org",
          Map.of("board", List.of("one@example.org", "two@example.org")));

  private final TestDatabase database = TestDatabase.fresh();
  private final AuditTrail audit =
      new JdbcAuditTrail(
          database.jdbc(), database.transactionManager(), Clock.fixed(NOW, ZoneOffset.UTC));
  private final AlertSteps steps = new AlertSteps(database.jdbc());
  private final AlertLife life = new AlertLife(database.jdbc(), BOOK, new AlertEvents(BOOK), audit);
  private long alert;

  @BeforeEach
  void anAlert() {
    alert =
        new AlertDesk(
                database.transactions(),
                new AlertStore(database.jdbc()),
                new Outbox(database.jdbc()),
                BOOK,
                new AlertEvents(BOOK))
            .raise(Findings.notReduced(Place.ALL_SCHOOLS), ROUTES, RAISED, raised -> PDF)
            .orElseThrow()
            .alertId();
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void itIsAcknowledgedForwardedAndDecidedInThisOrder() {
    in(() -> life.acknowledge(alert, "analyst", NOW));
    in(() -> life.forward(alert, ROUTES, "analyst", NOW));
    in(() -> life.decide(alert, training(), "dpo", NOW));
    in(() -> life.decide(alert, control(), "dpo", NOW));

    assertThat(state()).isEqualTo(AlertState.DECIDED);
    assertThat(in(() -> steps.list(alert)))
        .extracting(Step::step, Step::place, Step::by)
        .containsExactly(
            tuple("acknowledged", 0, "analyst"),
            tuple("forwarded", 0, "analyst"),
            tuple("decided", 1, "dpo"),
            tuple("decided", 2, "dpo"));
    assertThat(in(() -> steps.list(alert)).get(3).decision()).contains(control());
    assertThat(texts("select action from audit_entry order by seq"))
        .containsExactly("acknowledged", "forwarded", "decided", "decided");
    assertThat(texts("select details from audit_entry"))
        .noneMatch(details -> details.contains("Quillon") || details.contains("secret"));
  }

  @Test
  void noStepIsTakenTwiceOrBackwards() {
    in(() -> life.forward(alert, ROUTES, "analyst", NOW));

    assertThatThrownBy(() -> in(() -> life.acknowledge(alert, "analyst", NOW)))
        .isInstanceOf(AlertRefused.class)
        .hasMessage("alert " + alert + " is forwarded already");
    assertThatThrownBy(() -> in(() -> life.forward(alert, ROUTES, "analyst", NOW)))
        .isInstanceOf(AlertRefused.class);
    assertThatThrownBy(() -> in(() -> life.acknowledge(alert + 1, "analyst", NOW)))
        .isInstanceOf(AlertRefused.class)
        .hasMessage("there is no alert " + (alert + 1) + "; \"alerts\" lists those there are");
    assertThat(in(() -> steps.list(alert))).hasSize(1);
  }

  @Test
  void whatIsOnRecordIsNeitherChangedNorDeleted() {
    in(() -> life.acknowledge(alert, "analyst", NOW));

    for (String sql :
        List.of("delete from alert_step", "update alert_step set recorded_by = 'other'")) {
      assertThatThrownBy(() -> in(() -> database.jdbc().sql(sql).update()))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void forwardingSendsThePackToEachOfTheBoardOnce() {
    in(() -> life.forward(alert, ROUTES, "analyst", NOW));

    assertThat(
            texts(
                "select recipient || ' ' || (attachment is not null) from outbox_message"
                    + " where occasion = 'forwarded' and channel = 'mail' order by recipient"))
        .containsExactly("one@example.org true", "two@example.org true");
    assertThat(
            texts(
                "select body from outbox_message where occasion = 'forwarded' and channel ="
                    + " 'mail'"))
        .allMatch(body -> body.contains("To the Information Governance Board"));
  }

  @ParameterizedTest
  @CsvSource({"P6DT23H59M59S, 0", "P7D, 1", "P30D, 1"})
  void unreadForSevenDaysItEscalatesOnce(Duration later, int escalated) {
    assertThat(in(() -> life.escalate(ROUTES, RAISED.plus(later), NOW))).isEqualTo(escalated);
    assertThat(in(() -> life.escalate(ROUTES, RAISED.plus(later), NOW))).isZero();

    assertThat(
            texts(
                "select recipient_role || ' ' || subject from outbox_message"
                    + " where occasion = 'escalated-7' and channel = 'mail'"))
        .hasSize(escalated)
        .allMatch(
            line ->
                line.equals(
                    "dpo Lost in transit alert is still unread: all schools, 3 before, 4 now"));
    assertThat(state()).isEqualTo(AlertState.RAISED);
  }

  @Test
  void whatSomebodyHasReadDoesNotEscalate() {
    in(() -> life.acknowledge(alert, "analyst", NOW));

    assertThat(in(() -> life.escalate(ROUTES, RAISED.plus(Duration.ofDays(99)), NOW))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01, 2026-07-01, REDUCED,           1, true",
    "2027-01-01, 2026-07-01, CEASED,            0, true",
    "2027-01-01, 2026-07-01, NOT_REDUCED,       5, true",
    "2027-07-01, 2027-01-01, REDUCED,           1, true",
    "2027-01-01, 2026-07-01, INSUFFICIENT_DATA, 0, false",
    "2026-12-31, 2026-06-30, REDUCED,           1, false",
    "2026-07-01, 2026-01-01, NOT_REDUCED,       4, false",
  })
  void theFirstWholeHalfAfterItClosesItByWhatWasFound(
      LocalDate anchor, LocalDate middle, String verdict, int current, boolean closed) {
    long run = compared(anchor, middle, verdict, current);

    assertThat(in(() -> life.settle(run, NOW))).isEqualTo(closed ? 1 : 0);
    assertThat(state()).isEqualTo(closed ? AlertState.CLOSED : AlertState.RAISED);
    assertThat(in(() -> steps.list(alert)))
        .extracting(Step::outcome)
        .containsExactlyElementsOf(
            closed
                ? List.of(Optional.of(new Outcome(verdict, 4, current, 0, anchor)))
                : List.<Optional<Outcome>>of());
    assertThat(in(() -> life.settle(run, NOW))).isZero();
  }

  /** Over all schools 5 before and 11 now are on record; one of them is silent about a month. */
  @Test
  void itIsClosedWithTheCountsTheVerdictCompares() {
    long run = compared(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 7, 1), "REDUCED", 11);
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update recurrence_result set compared_previous = 4, compared_current = 2,"
                        + " left_out = 1 where manifest_id = ?")
                .param(run)
                .update());

    in(() -> life.settle(run, NOW));

    assertThat(in(() -> steps.list(alert)))
        .extracting(Step::outcome)
        .containsExactly(Optional.of(new Outcome("REDUCED", 4, 2, 1, LocalDate.of(2027, 1, 1))));
  }

  @Test
  void aClosedAlertTakesNoDecision() {
    long run = compared(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 7, 1), "CEASED", 0);
    in(() -> life.settle(run, NOW));

    assertThatThrownBy(() -> in(() -> life.decide(alert, training(), "dpo", NOW)))
        .hasMessage("alert " + alert + " is closed already");
  }

  @Test
  void theAnalystsToolsHearOfEveryStepAndOfNoPerson() {
    in(() -> life.acknowledge(alert, "quillon", NOW));
    in(() -> life.decide(alert, control(), "quillon", NOW));
    long run = compared(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 7, 1), "CEASED", 0);
    in(() -> life.settle(run, NOW));

    List<String> events =
        texts("select subject from outbox_message where channel = 'webhook' order by created_at");
    assertThat(events)
        .containsExactlyInAnyOrder(
            "alert.raised", "alert.acknowledged", "alert.decided", "alert.closed");
    assertThat(texts("select body from outbox_message where channel = 'webhook'"))
        .noneMatch(
            body -> body.toLowerCase(Locale.ROOT).contains("quillon") || body.contains("secret"))
        .anyMatch(
            body ->
                body.contains("\"event\":\"alert.raised\"")
                    && body.contains("\"at\":\"2026-07-01T03:00:00+01:00\"")
                    && body.contains("\"school\":\"*\"")
                    && body.contains("\"current\":4"));
  }

  private static AlertDecision training() {
    return new AlertDecision(
        Measure.TRAINING,
        new ByWhom(Optional.of("head"), Optional.empty()),
        LocalDate.of(2026, 10, 1),
        Optional.empty());
  }

  private static AlertDecision control() {
    return new AlertDecision(
        Measure.CONTROL,
        new ByWhom(Optional.empty(), Optional.of("Quillon Farr")),
        LocalDate.of(2026, 11, 1),
        Optional.of("a secret"));
  }

  private long compared(LocalDate anchor, LocalDate middle, String verdict, int current) {
    return in(
        () -> {
          long run =
              database
                  .jdbc()
                  .sql(
                      """
                      insert into job_manifest (job, business_key, edition, as_of, inputs_hash,
                          inputs, counts, policy, policy_version, status, started_at)
                      values ('half-yearly', 'x', 1, now(), 'x', '[]', '{}', 'category-levels',
                          '1', 'running', now()) returning manifest_id
                      """)
                  .query(Long.class)
                  .single();
          database
              .jdbc()
              .sql(
                  """
                  insert into recurrence_result (manifest_id, position, school, school_id,
                      breach_type, sub_type, window_start, window_middle, window_end, previous,
                      current, verdict, evidence, short_evidence, near_misses_previous,
                      near_misses_current)
                  values (?, 1, '*', 0, 'LOST_IN_TRANSIT', '', ?, ?, ?, 4, ?, ?, '', '', 0, 0)
                  """)
              .params(run, middle.minusMonths(6), middle, anchor, current, verdict)
              .update();
          return run;
        });
  }

  private AlertState state() {
    return in(() -> new AlertStore(database.jdbc()).find(alert).map(Alert::state)).orElseThrow();
  }

  private List<String> texts(String sql) {
    return in(() -> database.jdbc().sql(sql).query(String.class).list());
  }

  private <T> T in(Supplier<T> work) {
    return database.inTransaction(work);
  }
}

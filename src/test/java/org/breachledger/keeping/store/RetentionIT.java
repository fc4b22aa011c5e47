package org.breachledger.keeping.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolMerge;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionPeriod.Unit;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.keeping.store.RetentionDesk.Place;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.RetentionDue;
import org.breachledger.reporting.RetentionPaper;
import org.breachledger.reporting.SamplePapers;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings, holds and what is due, on a real database. */
class RetentionIT {

  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
  private static final By DPO = new By("dpo", "dpo", AT);
  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final PolicyProfile PROFILE =
      PolicyProfile.read(new JobsFolder(Path.of("jobs")), PolicyProfile.DEFAULT);

  private TestDatabase database;
  private RetentionDesk desk;
  private JdbcAuditTrail audit;
  private int elm;
  private int oak;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    audit =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(AT, ZoneOffset.UTC));
    desk = new RetentionDesk(database.jdbc(), new IncidentRegister(database.dataSource()), audit);
    elm = school("Elm School");
    oak = school("Oak School");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theNewestSettingCounts() {
    assertThat(setting("Elm School")).isEmpty();
    set(RetentionSetting.EVERY_OTHER, 6, Unit.YEARS);
    set(elm, 3, Unit.YEARS);
    set(elm, 30, Unit.MONTHS);
    assertThat(setting("Elm School"))
        .contains(new RetentionSetting(elm, new RetentionPeriod(30, Unit.MONTHS), "dpo", AT));
    assertThat(setting("Oak School"))
        .contains(new RetentionSetting(0, new RetentionPeriod(6, Unit.YEARS), "dpo", AT));
  }

  @Test
  void whatIsDueAndWhatIsHeld() {
    long first = incident(elm, "A1", "{\"closed\":\"2023-07-01\"}");
    incident(elm, "A2", "{\"closed\":\"2023-07-02\"}");
    incident(elm, "A3", "{}");
    incident(oak, "B1", "{\"closed\":\"2010-01-01\"}");
    assertThat(list()).allMatch(school -> school.due() == 0);
    set(elm, 3, Unit.YEARS);
    hold(elm, Optional.of(first));
    assertThat(list())
        .extracting(
            school ->
                "%s %d %d %d %d"
                    .formatted(
                        school.name(), school.kept(), school.closed(), school.due(), school.held()))
        .containsExactly("Elm School 3 2 1 1", "Oak School 1 1 0 0");
    assertThat(due()).containsExactly("A1 2026-07-01 true");
    hold(oak, Optional.empty());
    assertThat(list()).extracting(SchoolRetention::held).containsExactly(1, 1);
    assertThat(database.inTransaction(() -> lift(elm, Optional.of(first), Optional.empty())))
        .isEqualTo(1);
    assertThat(due()).containsExactly("A1 2026-07-01 false");
  }

  @Test
  void aHoldIsLiftedOnceAndSeveralAreNamed() {
    refused(
        "No legal hold stands there; the command retention holds lists those that do.",
        Optional.empty());
    hold(elm, Optional.empty());
    hold(elm, Optional.empty());
    refused("Several legal holds stand there; name one with --hold: 1, 2.", Optional.empty());
    refused("Hold 3 does not stand there; those that do: 1, 2.", Optional.of(3L));
    assertThat(database.inTransaction(() -> lift(elm, Optional.empty(), Optional.of(1L))))
        .isEqualTo(1);
    assertThat(holds()).extracting(LegalHold::id).containsExactly(2L);
    refused("Hold 1 does not stand there; those that do: 2.", Optional.of(1L));
    assertThat(database.inTransaction(() -> lift(elm, Optional.empty(), Optional.empty())))
        .isEqualTo(2);
    assertThat(holds()).isEmpty();
  }

  @Test
  void everyStepIsInTheAuditTrailWithoutItsReason() {
    set(RetentionSetting.EVERY_OTHER, 6, Unit.YEARS);
    set(elm, 18, Unit.MONTHS);
    hold(elm, Optional.empty());
    database.inTransaction(() -> lift(elm, Optional.empty(), Optional.empty()));
    List<String> entries = new ArrayList<>();
    database.inTransaction(
        () -> {
          audit.each(
              entry ->
                  entries.add(
                      String.join(
                          " ", entry.who(), entry.action(), entry.subject(), entry.details())));
          return true;
        });
    assertThat(entries)
        .containsExactly(
            "dpo set-retention trust {\"length\":6,\"role\":\"dpo\",\"unit\":\"years\"}",
            "dpo set-retention school 1 {\"length\":18,\"role\":\"dpo\",\"unit\":\"months\"}",
            "dpo place-hold school 1 {\"hold\":1,\"role\":\"dpo\"}",
            "dpo lift-hold school 1 {\"hold\":1,\"role\":\"dpo\"}");
    assertThat(query("select step || ': ' || why from legal_hold_reason order by step desc"))
        .containsExactly("placed: a claim is announced", "lifted: the claim was settled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update retention_setting set length = 1",
        "delete from retention_setting",
        "update legal_hold set by_role = 'head'",
        "delete from legal_hold",
        "delete from legal_hold_lifted",
        "update legal_hold_reason set why = 'x'"
      })
  void nothingIsOverwritten(String statement) {
    assertThatThrownBy(() -> database.inTransaction(() -> database.jdbc().sql(statement).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void anotherTrustHasItsOwn() {
    set(RetentionSetting.EVERY_OTHER, 6, Unit.YEARS);
    hold(elm, Optional.empty());
    int other = database.found("Another trust");
    database
        .trust()
        .within(
            other,
            () -> {
              school("Ash School");
              assertThat(setting("Ash School")).isEmpty();
              assertThat(holds()).isEmpty();
              assertThat(list()).extracting(SchoolRetention::name).containsExactly("Ash School");
              assertThatThrownBy(
                      () ->
                          database.inTransaction(
                              () -> lift(elm, Optional.empty(), Optional.of(1L))))
                  .isInstanceOf(KeepingRefused.class);
              set(RetentionSetting.EVERY_OTHER, 1, Unit.MONTHS);
              return true;
            });
    assertThat(setting("Elm School").orElseThrow().period().words()).isEqualTo("6 years");
    assertThat(holds()).hasSize(1);
  }

  /** Two names of one school, and of one incident: the newest setting counts, every hold stays. */
  @Test
  void whatWasSaidUnderEitherNameStays() {
    incident(elm, "A1", "{\"closed\":\"2020-03-02\"}");
    long twin = incident(oak, "A1", "{\"closed\":\"2020-03-02\"}");
    incident(oak, "A2", "{\"closed\":\"2020-03-03\"}");
    set(elm, 6, Unit.YEARS);
    set(oak, 5, Unit.YEARS);
    hold(oak, Optional.of(twin));
    database.inTransaction(() -> new SchoolMerge(database.jdbc()).merge(oak, elm, AT));
    assertThat(setting("Elm School").orElseThrow().period().words()).isEqualTo("6 years");
    assertThat(due()).containsExactly("A1 2026-03-02 true", "A2 2026-03-03 false");
    hold(elm, Optional.empty());
    assertThat(due()).containsExactly("A1 2026-03-02 true", "A2 2026-03-03 true");
  }

  @Test
  void theAnnexSaysWhatIsDueSinceTheHalfBegan() {
    incident(elm, "A-1", "{\"closed\":\"2022-12-31\"}");
    incident(elm, "A-2", "{\"closed\":\"2023-01-01\"}");
    incident(elm, "A-3", "{\"closed\":\"2023-06-30\"}");
    incident(elm, "A-4", "{\"closed\":\"2023-07-01\"}");
    incident(elm, "A-5", "{\"closed\":\"2023-07-02\"}");
    incident(elm, "Jo Smith's phone", "{\"closed\":\"2023-03-01\"}");
    set(elm, 3, Unit.YEARS);
    RetentionPaper paper = paper(Optional.empty());
    assertThat(paper.about()).isEqualTo(AlertPack.ALL);
    assertThat(paper.headline())
        .isEqualTo(
            "No retention period is set for 1 school, whose incidents are never due. 5 incidents"
                + " are due to be destroyed, none of them held.");
    assertThat(paper.schools().get(0).dueThisHalf()).isEqualTo(3);
    assertThat(paper.schools().get(0).dueInAll()).isEqualTo(5);
    assertThat(paper.schools().get(0).setBy()).isEqualTo("Schools Data Protection Officer");
    assertThat(paper.due())
        .extracting(RetentionDue::reference)
        .containsExactly("A-1", "A-2", "incident 6", "A-3", "A-4");
    assertThat(paper(Optional.of(oak)).headline())
        .isEqualTo("No retention period is set, so nothing is ever due to be destroyed.");
    assertThat(paper(Optional.of(oak)).about()).isEqualTo("Oak School");
  }

  private RetentionPaper paper(Optional<Integer> school) {
    Imprint sample = SamplePapers.imprint();
    Imprint imprint =
        new Imprint(
            sample.trust(),
            new Halves(Windows.at(LocalDate.of(2026, 7, 1), 6)),
            WEDNESDAY_1_JULY,
            sample.policyName(),
            sample.policyVersion(),
            sample.titles(),
            1,
            null,
            sample.style());
    return database.inTransaction(
        () -> new RetentionPapers(database.jdbc(), PROFILE).paper(school, imprint));
  }

  private int school(String name) {
    return database.inTransaction(
        () -> new SchoolRegister(database.jdbc()).confirm(name, null, List.of()));
  }

  private long incident(int school, String reference, String facts) {
    return database.inTransaction(
        () -> {
          long file =
              database
                  .jdbc()
                  .sql(
                      "insert into import_file (file_name, sha256, byte_count, status, as_of,"
                          + " started_at, policy) values ('x', ?, 1, 'imported', now(), now(), 'p')"
                          + " returning import_id")
                  .param(school + reference)
                  .query(Long.class)
                  .single();
          return database
              .jdbc()
              .sql(
                  "insert into incident (school_id, reference, day, counted_as, facts, import_id,"
                      + " sheet, row, first_import_id)"
                      + " values (?, ?, '2019-05-01', 'incident', ?::jsonb, ?, 0, 2, ?)"
                      + " returning incident_id")
              .params(school, reference, FactsJson.write(FactsJson.read(facts)), file, file)
              .query(Long.class)
              .single();
        });
  }

  private void set(int school, int length, Unit unit) {
    database.inTransaction(
        () -> {
          desk.set(school, new RetentionPeriod(length, unit), DPO);
          return true;
        });
  }

  private void hold(int school, Optional<Long> incident) {
    database.inTransaction(
        () -> desk.hold(new Place(school, incident), "a claim is announced", DPO));
  }

  private long lift(int school, Optional<Long> incident, Optional<Long> hold) {
    return desk.lift(new Place(school, incident), hold, "the claim was settled", DPO);
  }

  private void refused(String sentence, Optional<Long> hold) {
    Supplier<Long> lifting = () -> lift(elm, Optional.empty(), hold);
    assertThatThrownBy(() -> database.inTransaction(lifting))
        .isInstanceOf(KeepingRefused.class)
        .hasMessage(sentence);
  }

  private List<LegalHold> holds() {
    return database.inTransaction(() -> new RetentionRecords(database.jdbc()).holds());
  }

  private List<SchoolRetention> list() {
    return database.inTransaction(
        () -> new RetentionRegister(database.jdbc(), PROFILE).list(WEDNESDAY_1_JULY));
  }

  private Optional<RetentionSetting> setting(String school) {
    return list().stream()
        .filter(one -> one.name().equals(school))
        .findFirst()
        .orElseThrow()
        .setting();
  }

  private List<String> due() {
    return list().stream()
        .flatMap(school -> school.lines().stream())
        .filter(RetentionLine::isDue)
        .map(line -> line.one().reference() + " " + line.due().orElseThrow() + " " + line.held())
        .toList();
  }

  private List<String> query(String question) {
    return database.inTransaction(() -> database.jdbc().sql(question).query(String.class).list());
  }
}

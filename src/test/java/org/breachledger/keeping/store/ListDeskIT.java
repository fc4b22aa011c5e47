package org.breachledger.keeping.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionPeriod.Unit;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.keeping.store.RetentionDesk.Place;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The yearly list and its confirmation, on a real database; both sides of every edge. */
class ListDeskIT {

  private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");
  private static final By DPO = new By("dpo", "dpo", NOW);
  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final PolicyProfile PROFILE =
      PolicyProfile.read(new JobsFolder(Path.of("jobs")), PolicyProfile.DEFAULT);

  private TestDatabase database;
  private ListDesk desk;
  private RetentionDesk retention;
  private Destruction destruction;
  private int elm;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    JdbcAuditTrail audit =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(NOW, ZoneOffset.UTC));
    IncidentRegister register = new IncidentRegister(database.dataSource());
    desk = new ListDesk(database.jdbc(), register, audit, PROFILE);
    retention = new RetentionDesk(database.jdbc(), register, audit);
    destruction = new Destruction(database.jdbc(), audit, PROFILE);
    elm = school("Elm School");
    set(elm, 3);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theListNamesWhatIsDueTodayAndNotWhatIsDueTomorrow() {
    incident(elm, "A1", "2023-07-01", "2019-05-01");
    incident(elm, "A2", "2023-07-02", "2019-05-01");
    assertThat(references(list())).containsExactly("A1");
    assertThat(references(list("2026-07-02T00:00"))).containsExactly("A1", "A2");
    assertThat(references(list("2026-06-30T23:59"))).isEmpty();
  }

  /** Another incident or another due day is another list; the order of anything else is not. */
  @Test
  void theIdentityIsThatOfWhatIsOnTheList() {
    incident(elm, "A1", "2023-06-01", "2019-05-01");
    String one = list().identity();
    assertThat(list("2026-06-30T03:00").identity()).isEqualTo(one);
    assertThat(list().isNamed(one.substring(0, 11))).isFalse();
    assertThat(list().isNamed(one.substring(0, 12).toUpperCase(java.util.Locale.ROOT))).isTrue();
    incident(elm, "A2", "2023-06-02", "2019-05-01");
    String two = list().identity();
    assertThat(two).isNotEqualTo(one);
    set(elm, 2);
    assertThat(list().identity()).isNotEqualTo(two);
  }

  /** As of 1 July 2026 the comparison looks back to 1 July 2024. */
  @ParameterizedTest
  @CsvSource({"2024-06-30, 1, 0", "2024-07-01, 0, 1"})
  void whatTheComparisonStillLooksAtStays(String day, int listed, int staying) {
    retention(1, Unit.MONTHS);
    incident(elm, "A1", "2024-07-05", day);
    assertThat(list().items()).hasSize(listed);
    assertThat(list().staying(YearlyList.KeptBy.COMPARISON)).isEqualTo(staying);
  }

  @Test
  void whatAPersonKeepsIsDueAgainOnItsDay() {
    long id = incident(elm, "A1", "2023-06-01", "2019-05-01");
    inTransaction(() -> desk.keep(id, LocalDate.of(2026, 7, 2), "a claim is likely", DPO));
    assertThat(list().items()).isEmpty();
    assertThat(list().staying(YearlyList.KeptBy.PERSON)).isEqualTo(1);
    assertThat(references(list("2026-07-02T00:00"))).containsExactly("A1");
  }

  @Test
  void aListIsConfirmedOnceAndUnderItsName() {
    incident(elm, "A1", "2023-06-01", "2019-05-01");
    refused("000000000000", "This is not the list as it stands: it has changed since,");
    String name = list().name();
    confirm(name);
    refused(name, "List " + name + " is confirmed already.");
    assertThat(confirmed()).containsExactly("A1");
    incident(elm, "A2", "2023-06-02", "2019-05-01");
    refused(name, "This is not the list as it stands");
  }

  @Test
  void whatCameUnderHoldSinceIsNamed() {
    long first = incident(elm, "A1", "2023-06-01", "2019-05-01");
    incident(elm, "A2", "2023-06-02", "2019-05-01");
    String name = list().name();
    long hold = inTransaction(() -> retention.hold(new Place(elm, Optional.of(first)), "x", DPO));
    refused(
        name,
        "The list has changed: A1 came under a legal hold since. Look at it again with:"
            + " breachledger retention due. It is list "
            + list().name()
            + " now, with 1 incident.");
    assertThat(references(list())).containsExactly("A2");
    inTransaction(
        () -> retention.lift(new Place(elm, Optional.of(first)), Optional.of(hold), "x", DPO));
    assertThat(list().name()).isEqualTo(name);
    confirm(name);
  }

  @Test
  void aSchoolWithoutASettingStandsInTheWayOfTheWholeList() {
    int oak = school("Oak School");
    incident(elm, "A1", "2023-06-01", "2019-05-01");
    incident(oak, "B1", "2010-06-01", "2009-05-01");
    refused(
        list().name(),
        "No retention period is set for Oak School, so the list is not whole. Set one, or confirm"
            + " the list of one school with --school.");
    String ofElm = inTransaction(() -> desk.list(WEDNESDAY_1_JULY, Optional.of(elm))).name();
    assertThat(
            inTransaction(() -> desk.confirm(ofElm, WEDNESDAY_1_JULY, Optional.of(elm), DPO))
                .items())
        .hasSize(1);
  }

  /** An as-of of tomorrow would make due what is not. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-07-02T10:00:01", "2030-01-01T03:00"})
  void aDayThatHasNotComeIsNeitherConfirmedNorDestroyed(String asOf) {
    incident(elm, "A1", "2023-06-01", "2019-05-01");
    String name = list(asOf).name();
    assertThatThrownBy(
            () -> inTransaction(() -> desk.confirm(name, AsOf.parse(asOf), Optional.empty(), DPO)))
        .isInstanceOf(KeepingRefused.class)
        .hasMessageStartingWith("The list of a day that has not come");
    confirm(list().name());
    assertThatThrownBy(() -> inTransaction(() -> destruction.ready(name, AsOf.parse(asOf), DPO)))
        .isInstanceOf(KeepingRefused.class);
  }

  @Test
  void nothingIsDestroyedWithoutAConfirmationACertificateAndWithAHold() {
    long id = incident(elm, "A1", "2023-06-01", "2019-05-01");
    notDestroyed(99, "without a confirmed list and a certificate");
    confirm(list().name());
    notDestroyed(1, "without a confirmed list and a certificate");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        database
                            .jdbc()
                            .sql("select redact_incidents(array[?], '{}', now())")
                            .param(id)
                            .query(Integer.class)
                            .single()))
        .rootCause()
        .hasMessageContaining("without a redaction on record");
    String name = list().name();
    inTransaction(() -> retention.hold(new Place(elm, Optional.empty()), "x", DPO));
    assertThatThrownBy(() -> inTransaction(() -> destruction.ready(name, WEDNESDAY_1_JULY, DPO)))
        .hasMessageStartingWith(
            "Nothing is destroyed, since what was confirmed has changed: A1, Elm School.");
    inTransaction(() -> certify(1));
    notDestroyed(1, "a legal hold stands on the list");
    assertThat(references(list())).isEmpty();
    assertThat(query("select reference from incident")).containsExactly("A1");
  }

  @Test
  void whatCitesADestroyedIncidentIsScoredAgain() {
    long doomed = incident(elm, "A1", "2022-01-10", "2022-01-03");
    long citing = incident(elm, "A2", "2026-01-10", "2022-12-03");
    incident(elm, "A3", "2026-01-10", "2022-12-04");
    inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set stale_type = false, stale_score = false,"
                        + " stale_duties = false,"
                        + " repeat_of = case when incident_id = ? then ? else null end")
                .params(citing, doomed)
                .update());
    YearlyList list = list();
    assertThat(references(list)).containsExactly("A1");
    confirm(list.name());
    inTransaction(() -> certify(1));
    query("select destroy_listed(1, now())::text");
    assertThat(
            query(
                "select concat_ws(' ', reference, repeat_of is null, stale_score) from incident"
                    + " order by reference"))
        .containsExactly("A2 t t", "A3 t f");
  }

  private int certify(long list) {
    return database
        .jdbc()
        .sql(
            "insert into destruction_certificate (number, list_id, by_role, destroyed_at,"
                + " incidents, originals, sha256, paper)"
                + " values (1, ?, 'dpo', now(), 1, 0, '', '')")
        .param(list)
        .update();
  }

  private void notDestroyed(long list, String why) {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        database
                            .jdbc()
                            .sql("select destroy_listed(?, now())")
                            .param(list)
                            .query(Integer.class)
                            .single()))
        .rootCause()
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from retention_list",
        "update retention_list set by_role = 'head'",
        "delete from retention_list_item",
        "delete from destruction_certificate",
        "update destruction_certificate set incidents = 0",
        "delete from destroyed_count",
        "delete from redaction",
        "update retention_kept_reason set why = 'x'",
        "select remove_originals('{1}', now())"
      })
  void nothingOfItIsOverwritten(String statement) {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        statement.startsWith("select")
                            ? database.jdbc().sql(statement).query().listOfRows().size()
                            : database.jdbc().sql(statement).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void anotherTrustsListIsAnotherTrusts() {
    long id = incident(elm, "A1", "2023-06-01", "2019-05-01");
    confirm(list().name());
    int other = database.found("Another trust");
    database
        .trust()
        .within(
            other,
            () -> {
              assertThat(list().items()).isEmpty();
              assertThat(inTransaction(() -> new ConfirmedLists(database.jdbc()).list())).isEmpty();
              notDestroyed(1, "without a confirmed list");
              assertThat(inTransaction(() -> destruction.selves(List.of(id)))).containsExactly(id);
              return true;
            });
    assertThat(query("select reference from incident")).containsExactly("A1");
  }

  private void refused(String named, String sentence) {
    assertThatThrownBy(() -> confirm(named))
        .isInstanceOf(KeepingRefused.class)
        .hasMessageStartingWith(sentence);
  }

  private void confirm(String named) {
    inTransaction(() -> desk.confirm(named, WEDNESDAY_1_JULY, Optional.empty(), DPO));
  }

  private List<String> confirmed() {
    return inTransaction(() -> new ConfirmedLists(database.jdbc()).list()).get(0).items().stream()
        .map(ListedIncident::reference)
        .toList();
  }

  private YearlyList list() {
    return inTransaction(() -> desk.list(WEDNESDAY_1_JULY, Optional.empty()));
  }

  private YearlyList list(String asOf) {
    return inTransaction(() -> desk.list(AsOf.parse(asOf), Optional.empty()));
  }

  private static List<String> references(YearlyList list) {
    return list.items().stream().map(ListedIncident::reference).toList();
  }

  private void set(int school, int years) {
    inTransaction(() -> retention.set(school, new RetentionPeriod(years, Unit.YEARS), DPO));
  }

  private void retention(int length, Unit unit) {
    inTransaction(() -> retention.set(elm, new RetentionPeriod(length, unit), DPO));
  }

  private int school(String name) {
    return inTransaction(() -> new SchoolRegister(database.jdbc()).confirm(name, null, List.of()));
  }

  private long incident(int school, String reference, String closed, String day) {
    return inTransaction(
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
                      + " values (?, ?, ?::date, 'incident',"
                      + " jsonb_build_object('closed', ?::text), ?, 0, 2, ?)"
                      + " returning incident_id")
              .params(school, reference, day, closed, file, file)
              .query(Long.class)
              .single();
        });
  }

  private List<String> query(String question) {
    return inTransaction(() -> database.jdbc().sql(question).query(String.class).list());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return database.inTransaction(work);
  }

  private void inTransaction(Runnable work) {
    database.inTransaction(
        () -> {
          work.run();
          return true;
        });
  }
}

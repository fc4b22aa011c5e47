package org.breachledger.keeping.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionPeriod.Unit;
import org.breachledger.keeping.store.ConfirmedLists.Confirmed;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.keeping.store.RetentionDesk.Place;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hold protects what an original tells of a school in whatever version, and redaction and
 * destruction reach every version there ever was of an incident.
 */
class EveryVersionIT {

  private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");
  private static final By DPO = new By("dpo", "dpo", NOW);
  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final PolicyProfile PROFILE =
      PolicyProfile.read(new JobsFolder(Path.of("jobs")), PolicyProfile.DEFAULT);

  private TestDatabase database;
  private RetentionDesk retention;
  private ListDesk desk;
  private Destruction destruction;
  private Redaction redaction;
  private ImportRedaction imports;
  private int elm;
  private int oak;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    JdbcAuditTrail audit =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(NOW, ZoneOffset.UTC));
    IncidentRegister register = new IncidentRegister(database.dataSource());
    retention = new RetentionDesk(database.jdbc(), register, audit);
    desk = new ListDesk(database.jdbc(), register, audit, PROFILE);
    destruction = new Destruction(database.jdbc(), audit, PROFILE);
    redaction = new Redaction(database.jdbc(), register, audit);
    imports = new ImportRedaction(database.jdbc(), audit);
    elm = school("Elm School");
    oak = school("Oak School");
    inTransaction(
        () -> {
          retention.set(oak, new RetentionPeriod(3, Unit.YEARS), DPO);
          return true;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** The first log spoke of both schools and was undone; the second brought one of them again. */
  @Test
  void aHoldOnASchoolStopsARedactionThatWouldTakeAnOriginalWithItsUndoneRows() {
    long first = importFile("1", "undone");
    undone(elm, "E1", first);
    undone(oak, "A1", first);
    long standing = incident(oak, "A1", importFile("2", "imported"));
    Place held = new Place(elm, Optional.empty());
    long hold = inTransaction(() -> retention.hold(held, "A court", DPO));

    for (Supplier<Integer> taking :
        List.<Supplier<Integer>>of(
            () -> redaction.originals(List.of(standing)),
            () -> redaction.redact(List.of(standing), "Request 5", DPO))) {
      assertThatThrownBy(() -> inTransaction(taking))
          .isInstanceOf(KeepingRefused.class)
          .hasMessage(
              "Nothing is redacted, since a log that would go spoke of a school that is under legal"
                  + " hold, or has an incident that is: Elm School. Lift the hold first, where it"
                  + " may be lifted.");
    }
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      Redaction.keepReason(database.jdbc(), standing, null, "Asked for", DPO);
                      return count("redact_incidents('{" + standing + "}', '{}', now())");
                    }))
        .hasStackTraceContaining("a legal hold stands on what would go");

    inTransaction(() -> retention.lift(held, Optional.of(hold), "It is over", DPO));
    assertThat(inTransaction(() -> redaction.originals(List.of(standing)))).isEqualTo(2);
  }

  @Test
  void aHoldOnASchoolKeepsAnOriginalWithItsUndoneRowsFromADestruction() {
    long first = importFile("1", "undone");
    undone(elm, "E1", first);
    undone(oak, "A1", first);
    incident(oak, "A1", importFile("2", "imported"));
    Place held = new Place(elm, Optional.empty());
    long hold = inTransaction(() -> retention.hold(held, "A court", DPO));
    Confirmed list = confirmed();
    assertThat(inTransaction(() -> destruction.originals(list))).isEqualTo(1);

    destroy(list);

    assertThat(query("select left(sha256, 1) from file_to_remove")).containsExactly("2");
    assertThatThrownBy(() -> inTransaction(() -> imports.meant(first)))
        .hasMessageContaining("legal hold");
    inTransaction(() -> retention.lift(held, Optional.of(hold), "It is over", DPO));
    assertThat(inTransaction(() -> imports.meant(first)).originals()).isEqualTo(1);
  }

  /** Such a log tells of the schools of its rows, and of the one it was said to be of. */
  @Test
  void aHoldOnASchoolStopsALogOfAllSchoolsOnlyWhereItSpokeOfTheSchool() {
    long other = ofAllSchools("1");
    long free = incident(oak, "A1", other);
    long withUndoneRow = ofAllSchools("2");
    undone(elm, "E1", withUndoneRow);
    long beside = incident(oak, "A2", withUndoneRow);
    long asked = ofAllSchools("3");
    change("update import_file set asked_school = 'elm school' where import_id = " + asked);
    long saidToBe = incident(oak, "A3", asked);
    inTransaction(() -> retention.hold(new Place(elm, Optional.empty()), "A court", DPO));

    assertThat(inTransaction(() -> redaction.redact(List.of(free), "Request 5", DPO))).isEqualTo(1);
    for (long held : List.of(beside, saidToBe)) {
      assertThatThrownBy(() -> inTransaction(() -> redaction.originals(List.of(held))))
          .isInstanceOf(KeepingRefused.class)
          .hasMessageContaining("Elm School");
    }
  }

  private long ofAllSchools(String digit) {
    long file = importFile(digit, "imported");
    change(
        "insert into coverage (import_id, school_id, month) values (%d, 0, '2019-03-01')"
            .formatted(file));
    return file;
  }

  /** Its number on the register was another then, and the hold is on that number. */
  @Test
  void aHoldOnWhatAnIncidentWasBeforeStopsItsDestruction() {
    long first = importFile("1", "undone");
    long before = undone(oak, "A1", first);
    incident(oak, "A1", importFile("2", "imported"));
    Confirmed list = confirmed();
    inTransaction(() -> retention.hold(new Place(oak, Optional.of(before)), "A court", DPO));
    assertThatThrownBy(
            () -> inTransaction(() -> destruction.ready(list.name(), WEDNESDAY_1_JULY, DPO)))
        .isInstanceOf(KeepingRefused.class)
        .hasMessage(
            "Nothing is destroyed, since something on the list was under another number before, and"
                + " a legal hold stands on that. Lift the hold first, where it may be lifted.");
    assertThatThrownBy(() -> destroy(list)).hasStackTraceContaining("a legal hold stands");
  }

  /** A reference that names a person, or none at all: both go by the redaction. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "Jo Bloggs on 3 March")
  void whatWasRedactedIsDestroyedWithWhatItWasBefore(@Nullable String reference) {
    long first = importFile("1", "undone");
    undone(oak, reference, first);
    long standing = incident(oak, reference, importFile("2", "imported"));

    inTransaction(() -> redaction.redact(List.of(standing), "Request 5", DPO));
    assertThat(query("select facts ->> 'description' from incident_history"))
        .containsExactly("[redacted]");
    destroy(confirmed());

    assertThat(query("select facts::text from incident_history")).isEmpty();
    assertThat(query("select 'x' from earlier_self")).isEmpty();
  }

  @Test
  void ofTheWordsForASchoolTheNameOnTheRegisterStays() {
    long standing = incident(oak, "A1", importFile("2", "imported"));
    assertThat(query("select facts ->> 'school' from incident")).containsExactly("oak, Ms Bloggs");
    inTransaction(() -> redaction.redact(List.of(standing), "Request 5", DPO));
    assertThat(query("select facts ->> 'school' from incident")).containsExactly("Oak School");
  }

  /**
   * The undone log had two rows of one incident; its first word is a version in the history too.
   */
  @Test
  void everyVersionAnUndoneImportSaidLosesItsWords() {
    long before = importFile("1", "imported");
    long standing = incident(oak, "A1", before);
    long undone = importFile("2", "undone");
    long told = importFile("3", "imported");
    version(standing, "plain", "changed", before, undone);
    version(standing, "Jo Bloggs once", "changed", undone, undone);
    version(standing, "plain, told again", "changed", before, told);
    version(standing, "Jo Bloggs twice", "undone", undone, undone);

    ImportRedaction.Meant meant = inTransaction(() -> imports.meant(undone));
    assertThat(meant.beside()).containsExactly(standing);
    assertThat(meant.touched()).containsExactly(standing);
    inTransaction(() -> imports.redact(undone, "Request 5", DPO));

    assertThat(query("select facts ->> 'description' from incident_history order by history_id"))
        .containsExactly("plain", "[redacted]", "plain, told again", "[redacted]");
    assertThat(
            query(
                "select beside::text from audit_leaves(array[%d])".formatted(standing)
                    + " where part = 'past' and salt <> decode(repeat('00', 16), 'hex')"))
        .hasSize(4);
  }

  /**
   * The end of a backup is no part of it: what was restored from one tells of the restore alone.
   */
  @Test
  void theBackupARecordWasRestoredFromIsKnownFromItsTrail() {
    assertThat(inTransaction(destruction::backups)).isEqualTo(DestructionCertificates.Backups.NONE);
    Instant older = appended("finish-backup", "2026-05-01T01:00:00Z", AuditDetails.none());
    assertThat(inTransaction(destruction::backups))
        .isEqualTo(new DestructionCertificates.Backups(older, null, null));
    Instant restored =
        appended(
            "restore",
            "2026-06-03T07:00:00Z",
            AuditDetails.none().and("backupOf", "2026-06-01T01:00:00Z"));
    Instant of = Instant.parse("2026-06-01T01:00:00Z");
    assertThat(inTransaction(destruction::backups))
        .isEqualTo(new DestructionCertificates.Backups(null, restored, of));
    Instant newer = appended("finish-backup", "2026-06-04T01:00:00Z", AuditDetails.none());
    assertThat(inTransaction(destruction::backups))
        .isEqualTo(new DestructionCertificates.Backups(newer, restored, of));
  }

  private Instant appended(String action, String at, AuditDetails details) {
    Instant moment = Instant.parse(at);
    JdbcAuditTrail trail =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(moment, ZoneOffset.UTC));
    inTransaction(
        () -> {
          trail.append("command line", action, "trust 1", details);
          return true;
        });
    return moment;
  }

  @Test
  void everyKeptOriginalIsListedWithWhatKeepsIt() {
    long undone = importFile("1", "undone");
    undone(elm, "E1", undone);
    long refused = importFile("2", "refused");
    long imported = importFile("3", "imported");
    incident(oak, "A1", imported);
    incident(oak, "A2", imported);
    long sameBytes = importFile("3", "undone");
    change("update import_file set original_gone_at = now() where import_id = " + refused);
    long another = importFile("4", "refused");
    Place held = new Place(elm, Optional.empty());
    inTransaction(() -> retention.hold(held, "A court", DPO));

    assertThat(inTransaction(() -> new KeptOriginals(database.jdbc()).list()))
        .extracting(
            KeptOriginals.Original::importId,
            KeptOriginals.Original::status,
            KeptOriginals.Original::incidents,
            KeptOriginals.Original::held,
            KeptOriginals.Original::evidence)
        .containsExactly(
            tuple(undone, "undone", 0, true, false),
            tuple(imported, "imported", 2, false, true),
            tuple(sameBytes, "undone", 2, false, true),
            tuple(another, "refused", 0, false, false));
  }

  /** A heading may name a person; it stays while an incident has a word in that column. */
  @Test
  void headingsOfColumnsWithoutAFieldGoWithTheLastWordInThem() {
    long file = importFile("1", "imported");
    long one = incident(oak, "A1", file);
    long other = incident(oak, "A2", file);
    for (long incident : List.of(one, other)) {
      change(
          "insert into incident_extra (incident_id, extra) values (%d, '{\"Jo Bloggs\": \"x\"}')"
              .formatted(incident));
    }
    change("update import_row set shape = 1");
    change(
        "insert into row_shape values (default, %d, 1, '{}', false, '{Jo Bloggs}')"
            .formatted(file));
    inTransaction(() -> redaction.redact(List.of(one), "Request 5", DPO));
    assertThat(query("select extra::text from row_shape")).containsExactly("{\"Jo Bloggs\"}");
    inTransaction(() -> redaction.redact(List.of(other), "Request 5", DPO));
    assertThat(query("select extra::text from row_shape")).containsExactly("{}");
  }

  private Confirmed confirmed() {
    return inTransaction(
        () -> {
          String name = desk.list(WEDNESDAY_1_JULY, Optional.of(oak)).name();
          desk.confirm(name, WEDNESDAY_1_JULY, Optional.of(oak), DPO);
          return destruction.ready(name, WEDNESDAY_1_JULY, DPO);
        });
  }

  private void destroy(Confirmed list) {
    inTransaction(
        () -> {
          destruction.destroy(
              list,
              new DestructionCertificates.Made(
                  1, 1, null, DestructionCertificates.Backups.NONE, "0".repeat(64), new byte[] {1}),
              DPO);
          return true;
        });
  }

  private long importFile(String digit, String status) {
    return number(
        "insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)"
            + " values ('x', '%s', 1, '%s', now(), now(), 'p') returning import_id"
                .formatted(digit.repeat(64), status));
  }

  private long incident(int school, @Nullable String reference, long file) {
    long id =
        number(
            """
            insert into incident (school_id, reference, identity_key, day, counted_as, facts,
              import_id, sheet, row, first_import_id)
            values (%d, %s, %s, '2019-03-03', 'incident', '{"closed": "2020-01-01",
              "school": "oak, Ms Bloggs", "description": "Jo Bloggs"}', %d, 0, 2, %d)
            returning incident_id
            """
                .formatted(
                    school, quoted(reference), reference == null ? "'k1'" : "null", file, file));
    change(
        "insert into import_row (import_id, sheet, row, outcome, incident_id)"
            + " values (%d, 0, %d, 'imported', %d)".formatted(file, id + 1, id));
    return id;
  }

  /** An incident that an undone import had brought: taken off the register, kept in the history. */
  private long undone(int school, @Nullable String reference, long file) {
    long id = incident(school, reference, file);
    change(
        """
        insert into incident_history (incident_id, facts, gaps, import_id, sheet, row,
          replaced_by_import, replaced_at, kind, stood)
        select incident_id, facts, gaps, import_id, sheet, row, import_id, now(), 'removed',
          to_jsonb(i) - '{facts,gaps}'::text[]
        from incident i where incident_id = %d
        """
            .formatted(id));
    change("delete from incident where incident_id = " + id);
    return id;
  }

  private void version(long incident, String words, String kind, long by, long replacedBy) {
    change(
        """
        insert into incident_history (incident_id, facts, gaps, import_id, sheet, row,
          replaced_by_import, replaced_at, kind, stood)
        values (%d, jsonb_build_object('description', '%s'), '[]', %d, 0, 2, %d, now(), '%s', '{}')
        """
            .formatted(incident, words, by, replacedBy, kind));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "'" + text + "'";
  }

  private int school(String name) {
    return inTransaction(() -> new SchoolRegister(database.jdbc()).confirm(name, null, List.of()));
  }

  private long number(String statement) {
    return inTransaction(() -> database.jdbc().sql(statement).query(Long.class).single());
  }

  private int count(String function) {
    return database.jdbc().sql("select " + function).query(Integer.class).single();
  }

  private void change(String statement) {
    inTransaction(() -> database.jdbc().sql(statement).update());
  }

  private List<String> query(String question) {
    return inTransaction(() -> database.jdbc().sql(question).query(String.class).list());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}

package org.breachledger.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.RecordProof;
import org.breachledger.record.RecordProof.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands in the register is what entries recorded, and any touch behind their back is named.
 */
class RecordsOnTheChainIT {

  private static final int MUTATIONS = Integer.getInteger("audit.mutations", 100);

  private SmallRegister register;

  @BeforeEach
  void open() {
    register = new SmallRegister();
  }

  @AfterEach
  void close() {
    register.close();
  }

  @Test
  void eachEntryHoldsTheRecordsOfItsTransaction() {
    List<AuditEntry> entries = new ArrayList<>();
    register.trail.each(entries::add);
    assertThat(entries).extracting(AuditEntry::records).containsExactly(0L, 9L, 2L, 1L, 1L);
    assertThat(entries)
        .extracting(entry -> entry.root().length())
        .containsExactly(0, 64, 64, 64, 64);
    assertThat(register.findings()).isEmpty();
    assertThat(register.trail.verifyRecords().records()).isEqualTo(9);
  }

  /** More than a stretch, and more statements than one. */
  @Test
  void aLargeImportIsOneEntry() {
    register.step(
        "import",
        SmallRegister.IMPORT.formatted(10, 2509),
        SmallRegister.IMPORT.formatted(3000, 3000));
    List<AuditEntry> entries = new ArrayList<>();
    register.trail.each(entries::add);
    assertThat(entries.get(5).records()).isEqualTo(2501);
    assertThat(register.findings()).isEmpty();
    assertThat(register.alone("A2000").sentence())
        .matches(
            "Incident 2000 \\(A2000\\) is as it was recorded: record \\d+ of 2501 in entry 6 of .*");
    register.tamper(
        "update incident set facts = facts || '{\"individuals\": \"9\"}' where row = 2000");
    assertThat(register.findings())
        .containsExactly("Incident 2000 (A2000) was changed after it was recorded (entry 6).");
  }

  @Test
  void whatIsOnlyJudgedAgainIsNoNewRecord() {
    register.database.inTransaction(
        () ->
            register
                .database
                .jdbc()
                .sql("update incident set score = 3, stale_duties = true")
                .update());
    assertThat(register.findings()).isEmpty();
  }

  /** Past the triggers, so that no record was made. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "update incident set facts = facts || '{\"individuals\": \"9\"}' where reference = 'A1'"
            + "~ Incident 1 (A1) was changed after it was recorded (entry 2).",
        "update incident set facts = facts || '{\"individuals\": \"9\"}' where reference = 'A2'"
            + "~ Incident 2 (A2) was changed after it was recorded (entry 3).",
        "update incident set facts = facts || '{\"individuals\": \"3\"}' where reference = 'A2'"
            + "~ Incident 2 (A2) was changed after it was recorded (entry 3).",
        "update incident set school_id = 2 where reference = 'A1'"
            + "~ Incident 1 (A1) was changed after it was recorded (entry 2).",
        "update incident set recorded_facts = '{}' where reference = 'A3'"
            + "~ Incident 3 (A3) was changed in what persons recorded, after that (entry 4).",
        "update incident set recorded_facts = '{\"closed\": \"2026-07-02\"}' where reference = 'A5'"
            + "~ Incident 5 (A5) stands in the register without an entry.",
        "delete from incident where reference = 'A1'"
            + "~ Incident 1 was taken out of the register after it was recorded (entry 2).",
        "insert into incident overriding system value select * from (select (jsonb_populate_record(i,"
            + " '{\"incident_id\": 77}')).* from incident i where reference = 'A1') x"
            + "~ Incident 77 (A1) stands in the register without an entry.",
        "insert into incident overriding system value select * from (select (jsonb_populate_record(i,"
            + " '{\"incident_id\": 4}')).* from incident i where reference = 'A1') x"
            + "~ Incident 4 (A1) was put back after it was taken out (entry 5).",
        "update incident_history set facts = '{}'"
            + "~ Incident 2 (A2) was changed in an earlier version after that was recorded (entry 3).",
        "delete from incident_history"
            + "~ Incident 2 (A2) has lost an earlier version that was recorded (entry 3).",
        "update audit_record set salts = overlay(salts placing '\\x00' from 5 for 1)"
            + " where part = 'gone'"
            + "~ Incident 4 has a record whose salt was changed (entry 5).",
        "update audit_record set salts = decode(repeat('00', 16), 'hex') where part = 'recorded'"
            + "~ Incident 3 (A3) stands there though its content was removed (entry 4).",
        "update audit_record set salts = overlay(salts placing decode(repeat('00', 16), 'hex') from 17 for 16)"
            + " where part = 'facts' and seq = 2"
            + "~ Incident 2 (A2) has a record whose salt was taken without an entry (entry 2).",
      })
  void aTouchedRecordIsNamedWithItsEntry(String statement, String finding) {
    register.tamper(statement);
    assertThat(register.findings()).contains(finding);
    assertThat(register.trail.verify().whole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "update audit_record set contents = overlay(contents placing '\\x00112233' from 40 for 4)"
            + " where seq = 2 ~ 2",
        "update audit_record set incidents[2] = 1 where seq = 2 ~ 2",
        "update audit_record set beside[2] = 2 where seq = 2 ~ 2",
        "update audit_record set part = 'recorded' where seq = 5 ~ 5",
        "update audit_record set seq = 4 where seq = 3 ~ 3",
        "delete from audit_record where seq = 3 ~ 3",
        "delete from audit_record where seq = 3 and part = 'past' ~ 3",
        "insert into audit_record (trust_id, seq, part, records, incidents, beside, salts, contents)"
            + " select trust_id, 1, part, records, incidents, beside, salts, contents from audit_record"
            + " where seq = 5 ~ 1",
        "update audit_entry set root = repeat('a', 64) where seq = 2 ~ 2",
        "update audit_entry set records = 10 where seq = 2 ~ 2",
        "update audit_entry set form = 1, records = 0, root = '' where seq = 2 ~ 2",
        "update audit_entry set form = 1, records = 0, root = '' where seq = 2;"
            + " delete from audit_record where seq = 2 ~ 2",
      })
  void aTouchedLeafOrRootBreaksTheChainAtItsEntry(String statement, long entry) {
    register.tamper(statement);
    assertThat(register.trail.verify().firstTouched()).isEqualTo(entry);
  }

  @Test
  void aChangePastTheProgramIsNamedThoughTheTriggersWereOn() {
    register.database.inTransaction(
        () ->
            register
                .database
                .jdbc()
                .sql("update incident set facts = '{}' where reference = 'A1'")
                .update());
    assertThat(register.findings())
        .containsExactly("Incident 1 (A1) has a record that was written without an entry.");
    register.step("sign-in", "update school set name = name where false");
    assertThat(register.findings())
        .as("the next entry does not take it for its own")
        .containsExactly("Incident 1 (A1) has a record that was written without an entry.");
  }

  @Test
  void anIncidentVerifiesAlone() {
    assertThat(register.alone("a1"))
        .isEqualTo(
            new RecordProof(
                Outcome.WHOLE,
                "Incident 1 (A1) is as it was recorded: record 1 of 9 in entry 2 of 1 July 2026; the"
                    + " chain from there ends with "
                    + head()
                    + "."));
    assertThat(register.alone("A2").sentence()).contains(" of 2 in entry 3 of 1 July 2026");
    assertThat(register.alone("4").outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(register.alone("4").sentence())
        .startsWith("Incident 4 was taken out of the register: record 1 of 1 in entry 5");
    assertThat(register.trail.verifyRecord("A99")).isEmpty();
    assertThat(register.trail.verifyRecord("99")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update incident set facts = facts || '{\"individuals\": \"9\"}' where reference = 'A1'",
        "update audit_record set incidents[1] = 2 where seq = 2",
        "update audit_record set contents = overlay(contents placing '\\x00112233' from 200 for 4)"
            + " where seq = 2",
        "update audit_entry set root = repeat('a', 64) where seq = 2",
        "update audit_entry set who = 'x' where seq = 4",
        "delete from audit_entry where seq = 2",
        "update audit_head set hash = repeat('a', 64)",
      })
  void aTouchOfItOrOfItsWayToTheHeadFailsIt(String statement) {
    register.tamper(statement);
    RecordProof proof = register.alone("A1");
    assertThat(proof.outcome()).as(proof.sentence()).isEqualTo(Outcome.TOUCHED);
  }

  @Test
  void aTouchOfAnotherIncidentDoesNotFailIt() {
    register.tamper("update incident set facts = '{}' where reference = 'A2'");
    assertThat(register.alone("A1").outcome()).isEqualTo(Outcome.WHOLE);
    assertThat(register.alone("A2").outcome()).isEqualTo(Outcome.TOUCHED);
  }

  @Test
  void aRedactedIncidentVerifiesAsItIsNowAndWhatItWasIsNotToBeFoundOut() {
    redact(
        "update incident set facts = facts - 'description' where reference = 'A2'",
        "update incident_history set facts = facts - 'description' where incident_id = 2",
        2);
    assertThat(register.findings()).isEmpty();
    assertThat(register.alone("A2").outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(register.alone("A2").sentence())
        .matches("Incident 2 \\(A2\\) is as it was recorded: record \\d of 3 in entry 6 .*")
        .endsWith("Content of it was removed in entry 6.");
    assertThat(salted("seq = 2", 2)).isFalse();
    assertThat(salted("seq = 2", 1)).isTrue();
    assertThat(salted("seq = 3 and part = 'facts'", 1)).isFalse();
    assertThat(register.alone("A1").outcome()).isEqualTo(Outcome.WHOLE);
  }

  @Test
  void aDestroyedIncidentLeavesItsLeafOnly() {
    redact(
        "delete from incident where reference = 'A2'",
        "delete from incident_history where incident_id = 2",
        2);
    assertThat(register.findings()).isEmpty();
    assertThat(register.alone("2").outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(salted("seq = 3", 1)).isFalse();
    register.tamper("delete from audit_record where part = 'removed'");
    assertThat(register.findings())
        .contains("Incident 2 has a record whose salt was taken without an entry (entry 2).");
  }

  @Test
  void saltsAreNotTakenWithoutAnEntry() {
    register.database.inTransaction(() -> register.trail.forgetSalts(List.of(4L)));
    assertThat(register.findings())
        .containsExactly("Incident 4 has a record that was written without an entry.");
  }

  @Test
  void whatStandsKeepsItsSalt() {
    register.database.inTransaction(
        () -> {
          assertThat(register.trail.forgetSalts(List.of(1L))).isZero();
          return register.trail.append(
              "dpo", "redact", "incident 1", org.breachledger.record.AuditDetails.none());
        });
    assertThat(register.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_record set salts = salts",
        "delete from audit_record",
        "truncate audit_record",
        "insert into audit_record (part, records, incidents, beside, salts, contents)"
            + " select part, records, incidents, beside, salts, contents from audit_record",
      })
  void theApplicationMayNotTouchRecords(String statement) {
    assertThatThrownBy(
            () ->
                register.database.inTransaction(
                    () -> register.database.jdbc().sql(statement).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_record set salts = decode(repeat('00', octet_length(salts)), 'hex')",
        "update audit_record set contents = decode(repeat('00', octet_length(contents)), 'hex')",
        "update audit_record set seq = 9",
        "delete from audit_record",
        "truncate audit_record",
      })
  void theTriggersRefuseEvenTheAdministrator(String statement) {
    assertThatThrownBy(() -> register.database.administrator().sql(statement).update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void anEntryThatNamesOtherRecordsThanWereWrittenIsRefused() {
    assertThatThrownBy(
            () ->
                register.database.inTransaction(
                    () ->
                        register
                            .database
                            .jdbc()
                            .sql(
                                """
                                insert into audit_entry (form, seq, at, who, action, subject, details,
                                  records, root, previous_hash, hash)
                                select 2, seq + 1, now(), 'x', 'x', 'x', '{}', 1, repeat('a', 64), hash,
                                  repeat('b', 64) from audit_head
                                """)
                            .update()))
        .rootCause()
        .hasMessageContaining("audit entry 6 names 1 records, but 0 were written");
  }

  @Test
  void recordsOfOtherTrustsAreNotSeen() {
    int other = register.database.found("Another trust");
    assertThat(register.database.trust().within(other, () -> register.trail.verifyRecord("A1")))
        .isEmpty();
    assertThat(
            register.database.trust().within(other, () -> register.trail.verifyRecords().records()))
        .isZero();
  }

  /** Entries and the head rewound together, as whoever owns the machine could. */
  @Test
  void aTailCutOffIsFoundByThePaperThatPrintedItsHead() {
    register.step(
        "publish",
        """
        insert into job_manifest (job, business_key, edition, as_of, inputs_hash, policy, policy_version,
          status, started_at)
        values ('biannual', 'x', 1, '2026-07-01T02:00:00Z', 'x', 'x', 'x', 'done', '2026-07-01T02:00:00Z')
        """,
        """
        insert into report_paper (manifest_id, report, school_id, title, anchor, edition, data_as_at,
          sha256, file, content, created_at, audit_head)
        select 1, 'board', 0, 'x', '2026-07-01', 1, '2026-07-01T02:00:00Z', 'x', 'x', '',
          '2026-07-01T02:00:00Z', seq || '/' || left(hash, 16) from audit_head
        """);
    assertThat(register.findings()).isEmpty();
    register.tamper(
        """
        delete from audit_entry where seq > 4; delete from audit_record where seq > 4;
        update audit_head h set seq = 4, hash = e.hash from audit_entry e where e.seq = 4;
        """);
    assertThat(register.trail.verify().sentence())
        .isEqualTo(
            "The audit chain is broken: entry 5 is missing, for paper 1 printed a later one.");
  }

  /** One byte or number anywhere in what is kept of records, or of what they speak of. */
  @Test
  void everyRandomTouchIsFound() {
    for (String table : List.of("audit_record", "incident", "incident_history", "audit_entry")) {
      register.tamper("create table was_" + table + " as table " + table);
    }
    for (int round = 0; round < MUTATIONS; round++) {
      Random random = new Random(round);
      String touch = touch(random);
      register.tamper(touch);
      assertThat(register.findings()).as("round %d: %s", round, touch).isNotEmpty();
      for (String table : List.of("audit_record", "incident", "incident_history", "audit_entry")) {
        register.tamper(
            "delete from %1$s; insert into %1$s overriding system value table was_%1$s"
                .formatted(table));
      }
    }
    assertThat(register.findings()).isEmpty();
  }

  private static String touch(Random random) {
    int byteAt = random.nextInt(32);
    int entry = 2 + random.nextInt(4);
    String one =
        " where stretch_id = (select stretch_id from audit_record where seq = "
            + entry
            + " order by stretch_id desc limit 1)";
    return switch (random.nextInt(10)) {
      case 0 ->
          "update audit_record set contents = set_byte(contents, "
              + byteAt
              + ", 255 - get_byte(contents, "
              + byteAt
              + "))"
              + one;
      case 1 ->
          "update audit_record set salts = set_byte(salts, "
              + byteAt % 16
              + ", 255 - get_byte(salts, "
              + byteAt % 16
              + "))"
              + one;
      case 2 -> "update audit_record set incidents[1] = incidents[1] + 1" + one;
      case 3 -> "update audit_record set beside[1] = beside[1] + 1" + one;
      case 4 ->
          "update audit_record set part = case part when 'removed' then 'gone' else 'removed' end"
              + one;
      case 5 -> "update audit_record set seq = seq + " + (1 + random.nextInt(3)) + one;
      case 6 -> "delete from audit_record" + one;
      case 7 ->
          "update audit_entry set root = overlay(root placing case left(root, 1) when 'a' then"
              + " 'b' else 'a' end from 1 for 1) where seq = "
              + entry;
      case 8 ->
          "update incident set facts = jsonb_set(facts, '{individuals}', '\""
              + (10 + byteAt)
              + "\"') where reference = 'A"
              + (5 + random.nextInt(5))
              + "'";
      default ->
          "update incident_history set facts = jsonb_set(facts, '{individuals}', '\""
              + (10 + byteAt)
              + "\"')";
    };
  }

  /** As retention and erasure do: change or destroy, forget, put on record. */
  private void redact(String incident, String history, long number) {
    register.database.inTransaction(
        () -> {
          register.database.jdbc().sql(incident).update();
          register.database.jdbc().sql(history).update();
          assertThat(register.trail.forgetSalts(List.of(number))).isEqualTo(3);
          return register.trail.append(
              "dpo", "redact", "incident 2", org.breachledger.record.AuditDetails.none());
        });
  }

  private boolean salted(String stretch, int place) {
    return register
        .database
        .administrator()
        .sql(
            "select substring(salts from %d for 16) <> decode(repeat('00', 16), 'hex') from audit_record where %s"
                .formatted(place * 16 - 15, stretch))
        .query(Boolean.class)
        .list()
        .get(0);
  }

  private String head() {
    return register
        .database
        .administrator()
        .sql("select seq || '/' || left(hash, 16) from audit_head")
        .query(String.class)
        .single();
  }
}

package org.breachledger.keeping.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.breachledger.intake.store.AskedOptions;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.keeping.store.RetentionDesk.Place;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refused file tells of no school, but somebody may have said whose log it is. */
class ImportRedactionIT {

  private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");
  private static final By DPO = new By("dpo", "dpo", NOW);

  private TestDatabase database;
  private ImportRedaction redaction;
  private RetentionDesk retention;
  private Place elm;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    JdbcAuditTrail audit =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(NOW, ZoneOffset.UTC));
    redaction = new ImportRedaction(database.jdbc(), audit);
    retention =
        new RetentionDesk(database.jdbc(), new IncidentRegister(database.dataSource()), audit);
    elm = school("Elm School", "100123");
    school("Oak School", "100124");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aHoldOnTheSchoolThatWasNamedBesideARefusedFileStopsItsRedaction() {
    long named = refusedFile("1", "elm  school");
    long byNumber = refusedFile("2", "100123");
    long ofAnother = refusedFile("3", "Oak School");
    long ofNone = refusedFile("4", null);
    long ofOneNobodyKnows = refusedFile("5", "Ash School");
    long hold = database.inTransaction(() -> retention.hold(elm, "A court", DPO));
    for (long held : List.of(named, byNumber)) {
      assertThatThrownBy(() -> meant(held))
          .isInstanceOf(KeepingRefused.class)
          .hasMessage(
              "Nothing is redacted, since the import spoke of a school that is under legal hold, or"
                  + " has an incident that is: Elm School. Lift the hold first, where it may be"
                  + " lifted.");
    }
    for (long free : List.of(ofAnother, ofNone, ofOneNobodyKnows)) {
      assertThat(meant(free).originals()).isEqualTo(1);
    }
    database.inTransaction(() -> retention.lift(elm, Optional.of(hold), "It is over", DPO));
    assertThat(meant(named).originals()).isEqualTo(1);
  }

  /** Its words would go with the same bytes that were sent without a school. */
  @Test
  void theSameBytesSentForAnotherSchoolAreHeldToo() {
    long ofNone = refusedFile("1", null);
    refusedFile("1", "Elm School");
    database.inTransaction(() -> retention.hold(elm, "A court", DPO));
    assertThatThrownBy(() -> meant(ofNone)).hasMessageContaining("legal hold");
  }

  /** Whatever the program looked at before. */
  @Test
  void theDatabaseHoldsThemToo() {
    long named = refusedFile("1", "Élm’s  SCHOOL");
    database.inTransaction(
        () ->
            new SchoolRegister(database.jdbc())
                .confirm("Elm School", "100123", List.of("Elm's School")));
    database.inTransaction(() -> retention.hold(elm, "A court", DPO));
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      Redaction.keepReason(database.jdbc(), null, named, "Asked for", DPO);
                      return database
                          .jdbc()
                          .sql("select redact_import(?, '{}', '{}', now())")
                          .param(named)
                          .query(Integer.class)
                          .single();
                    }))
        .hasStackTraceContaining("a legal hold stands on what would go");
  }

  @Test
  void importsOfEarlierProgramsKnowTheSchoolTheyWereSaidToBeOf() {
    try (TestDatabase earlier = TestDatabase.ofLayout("33")) {
      for (String name :
          List.of("elm  School", "St Mary’s (Girls')", "Élan / Ysgol", "100123", "–", "")) {
        earlier.inTransaction(
            () ->
                earlier
                    .jdbc()
                    .sql(
                        "insert into import_file (file_name, sha256, byte_count, options_key,"
                            + " status, as_of, started_at, policy)"
                            + " values ('x', ?, 1, ?, 'refused', now(), now(), 'policy')")
                    .params(name, AskedOptions.key("returns", name, new TreeSet<>(), "a=b"))
                    .update());
      }
      earlier.upgrade();
      assertThat(
              earlier.<List<String>>inTransaction(
                  () ->
                      earlier
                          .jdbc()
                          .sql(
                              "select sha256 || '|' || coalesce(asked_school, 'none')"
                                  + " from import_file order by import_id")
                          .query(String.class)
                          .list()))
          .containsExactly(
              "elm  School|elm school",
              "St Mary’s (Girls')|st mary s girls",
              "Élan / Ysgol|elan ysgol",
              "100123|100123",
              "–|none",
              "|none");
    }
  }

  private ImportRedaction.Meant meant(long importId) {
    return database.inTransaction(() -> redaction.meant(importId));
  }

  private Place school(String name, String urn) {
    int id =
        database.inTransaction(
            () -> new SchoolRegister(database.jdbc()).confirm(name, urn, List.of()));
    return new Place(id, Optional.empty());
  }

  private long refusedFile(String digit, @Nullable String school) {
    TreeSet<YearMonth> covers = new TreeSet<>(List.of(YearMonth.of(2026, 3)));
    ImportRecords records = new ImportRecords(database.jdbc());
    return database.inTransaction(
        () -> {
          long id =
              records.open(
                  new ImportRecords.Arrival(
                      "page.csv",
                      digit.repeat(64),
                      5,
                      AskedOptions.key(null, school, covers, ""),
                      NOW,
                      "policy"),
                  NOW);
          records.refuse(id, "no incident log found", NOW);
          return id;
        });
  }
}

package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.alerting.store.WarningDesk;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a noted warning to a mail at the Data Protection Officer. */
class DeadlineWarningsIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:05:00Z");
  private static final Routes ROUTES = Routes.read(new JobsFolder(null));
  private static final String CANARY = "Zyxwvut Qponml";
  private static final String OVERDUE = "[{\"duty\":\"form_a\",\"verdict\":\"OVERDUE\"}]";
  private static final String RUNNING = "[{\"duty\":\"form_a\",\"verdict\":\"RUNNING\"}]";

  private final TestDatabase database = TestDatabase.fresh();
  private final Outbox outbox = new Outbox(database.jdbc());
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void aMailServer() {
    server.start();
    sql(
        """
        insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
        values ('log', '00', 0, 'imported', now(), now(), 'x')
        """);
    sql("insert into school (name, name_key, confirmed) values ('Elm School', 'elm', true)");
    sql(
        "insert into school (name, name_key, confirmed) values ('"
            + CANARY
            + "', 'canary', false)");
  }

  @AfterEach
  void end() {
    server.stop();
    database.close();
  }

  @Test
  void allThatIsNewInARunIsOneMailToEachRecipient() throws Exception {
    warn("R1", "elm", OVERDUE, "after");
    warn("R2", "elm", RUNNING, "before");
    assertThat(tell("run-1", "one@example.org", "two@example.org")).isEqualTo(2);
    assertThat(delivery("one@example.org", "two@example.org").run())
        .isEqualTo(new Delivery.Outcome(2, 0));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getAllRecipients()).hasSize(1);
    assertThat(mails[0].getSubject()).isEqualTo("Deadlines: 1 overdue, 1 running out");
    assertThat(mails[0].getSentDate().toInstant()).isEqualTo(AT);
    assertThat(mails[0].getContent().toString().replace("\r\n", "\n"))
        .contains(
            "- R1, Elm School: The form: was due Wed 1 July 2026, 03:00",
            "- R2, Elm School: The form: due Wed 1 July 2026, 03:00")
        .doesNotContain(CANARY);
    assertThat(List.of(mails[0].getMessageID(), mails[1].getMessageID()))
        .containsExactlyInAnyOrderElementsOf(column("'<' || message_id || '>'"))
        .allMatch(id -> id.matches("<run-1\\.dpo-[12]\\.[0-9a-f-]{36}@.+>"));
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    warn("R1", "elm", OVERDUE, "after");
    assertThat(tell("run-1", "one@example.org")).isEqualTo(1);
    assertThat(tell("run-2", "one@example.org")).isZero();
    warn("R2", "elm", OVERDUE, "after");
    assertThat(tell("run-3", "one@example.org")).isEqualTo(1);
    assertThat(column("subject")).containsOnly("Deadlines: 1 overdue");
    assertThat(column("body").get(1)).contains("R2").doesNotContain("R1");
  }

  /** A watch that could not tell at once: of three stages noted only the last is still true. */
  @Test
  void onlyWhatIsStillTrueIsTold() {
    warn("R1", "elm", OVERDUE, "before", "at", "after");
    warn("R2", "elm", "[{\"duty\":\"form_a\",\"verdict\":\"LATE\"}]", "after");
    warn("R3", "elm", RUNNING, "before", "at");
    assertThat(tell("run-1", "one@example.org")).isEqualTo(1);
    assertThat(column("subject")).containsExactly("Deadlines: 1 overdue, 1 due now");
    assertThat(column("body").get(0)).doesNotContain("R2");
  }

  /**
   * Noted as overdue before the verdict says so, as between two steps of a watch that was killed.
   */
  @Test
  void whatIsOverdueBeforeItsVerdictSaysSoIsToldWithTheVerdict() {
    warn("R1", "elm", RUNNING, "at", "after");
    assertThat(tell("run-1", "one@example.org")).isEqualTo(1);
    assertThat(tell("run-2", "one@example.org")).isZero();
    sql("update incident set duties = '" + OVERDUE + "'");
    assertThat(tell("run-3", "one@example.org")).isEqualTo(1);
    assertThat(tell("run-4", "one@example.org")).isZero();
    assertThat(column("subject")).containsExactly("Deadlines: 1 due now", "Deadlines: 1 overdue");
  }

  @Test
  void nothingNewIsNoMail() {
    assertThat(tell("run-1", "one@example.org")).isZero();
    warn("R2", "elm", "[{\"duty\":\"form_a\",\"verdict\":\"MET\"}]", "before");
    assertThat(tell("run-2", "one@example.org")).isZero();
    assertThat(column("message_id")).isEmpty();
  }

  @Test
  void aSchoolNobodyConfirmedIsNotNamed() {
    warn("R1", "canary", OVERDUE, "after");
    tell("run-1", "one@example.org");
    assertThat(column("subject || body || file_name || message_id"))
        .singleElement()
        .satisfies(
            text ->
                assertThat(text).contains("a school to confirm (number").doesNotContain(CANARY));
  }

  private void warn(String reference, String school, String duties, String... stages) {
    sql(
        """
        insert into incident (school_id, reference, counted_as, facts, import_id, sheet, row,
          first_import_id, duties)
        select school_id, '%s', 'incident', '{"description":"%s"}', import_id, 1, 2, import_id, '%s'
        from school, import_file where name_key = '%s'
        """
            .formatted(reference, CANARY, duties, school));
    for (String stage : stages) {
      sql(
          """
          insert into deadline_warning (incident_id, duty, stage, raised_at, due_at, to_tell)
          select incident_id, 'form_a', '%s', now(), '2026-07-01T02:00:00Z', true
          from incident where reference = '%s'
          """
              .formatted(stage, reference));
    }
  }

  private int tell(String run, String... addresses) {
    return database.inTransaction(
        () ->
            new WarningDesk(database.jdbc(), outbox, book(addresses))
                .tell(ROUTES, run, AT, duty -> "The form"));
  }

  private Delivery delivery(String... addresses) {
    Channel channel =
        new SmtpPost(
            new SmtpServer("127.0.0.1", server.getSmtp().getPort(), "", "", false), Letters.SENDER);
    Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
    return new Delivery(database.transactions(), outbox, channel, book(addresses), clock);
  }

  private static AddressBook book(String... addresses) {
    return new AddressBook(Letters.SENDER, "", Map.of("dpo", Arrays.asList(addresses)));
  }

  private void sql(String statement) {
    database.inTransaction(() -> database.jdbc().sql(statement).update());
  }

  private List<String> column(String expression) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select "
                        + expression
                        + " from outbox_message order by created_at, file_name, message_id")
                .query(String.class)
                .list());
  }
}

package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertState;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a finding to a mail at its recipient, with a real database and a real mail server. */
class DeliveryIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final Routes ROUTES = Routes.read(new JobsFolder(null));
  private static final String CANARY = "Zyxwvut Qponml";

  @TempDir Path home;

  private final TestDatabase database = TestDatabase.fresh();
  private final AlertStore alerts = new AlertStore(database.jdbc());
  private final Outbox outbox = new Outbox(database.jdbc());
  private final AtomicInteger packs = new AtomicInteger();
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Place rowan = Place.ALL_SCHOOLS;

  @BeforeEach
  void aSchoolAndAMailServer() {
    server.start();
    rowan = Place.school(school("Rowan Primary School", true), "Rowan Primary School");
  }

  @AfterEach
  void end() {
    server.stop();
    database.close();
  }

  @Test
  void aFindingReachesItsAnalystOnceWithItsPack() throws Exception {
    AddressBook book = book("analyst@example.org");
    assertThat(raise(book, Findings.notReduced(rowan))).isPresent();
    assertThat(delivery(book, smtp(), AT).run()).isEqualTo(new Delivery.Outcome(1, 0));

    assertThat(raise(book, Findings.notReduced(rowan))).isEmpty();
    assertThat(delivery(book, smtp(), AT).run()).isEqualTo(new Delivery.Outcome(0, 0));

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getSubject())
        .isEqualTo("Lost in transit did not fall: Rowan Primary School, 3 before, 4 now");
    assertThat(packs).hasValue(1);
    assertThat(column("state")).containsExactly("sent");
    assertThat(column("attempts::text")).containsExactly("1");
  }

  @Test
  void otherNumbersForTheSameSchoolTypeAndAnchorRaiseNothing() {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));

    assertThat(raise(book, Findings.finding(rowan, "NOT_REDUCED", 3, 5))).isEmpty();
    assertThat(raise(book, Findings.isNew(rowan))).isEmpty();
    assertThat(raise(book, Findings.notReduced(Place.ALL_SCHOOLS))).isPresent();
    assertThat(database.inTransaction(alerts::list))
        .extracting(alert -> alert.finding().place().words(), alert -> alert.finding().current())
        .containsExactly(tuple("all schools", 4), tuple("Rowan Primary School", 4));
  }

  @Test
  void whatIsRaisedForALaterMomentThanTheClockShowsLeavesAtOnce() {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));

    assertThat(delivery(book, smtp(), AT.minus(Duration.ofDays(400))).run().left()).isEqualTo(1);
  }

  @Test
  void aVerdictWithoutARouteIsNotTold() {
    assertThat(raise(book("analyst@example.org"), Findings.finding(rowan, "REDUCED", 4, 3)))
        .isEmpty();
    assertThat(column("state")).isEmpty();
  }

  @Test
  void eachOfSeveralAnalystsGetsOneMailThatNamesNobodyElse() throws Exception {
    List<String> analysts =
        IntStream.rangeClosed(1, 200).mapToObj(n -> "analyst" + n + "@example.org").toList();
    AddressBook book = book(analysts.toArray(String[]::new));
    raise(book, Findings.notReduced(rowan));

    assertThat(delivery(book, smtp(), AT).run()).isEqualTo(new Delivery.Outcome(200, 0));
    Set<String> reached = new HashSet<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(reached.add(mail.getAllRecipients()[0].toString())).isTrue();
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(analysts);
    assertThat(new HashSet<>(column("message_id"))).hasSize(200);
  }

  @Test
  void aRejectedMessageWaitsLongerEachTimeAndIsThenDead() throws Exception {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));
    try (ScriptedServer rejecting = new ScriptedServer(Map.of("RCPT", "550 " + CANARY))) {
      Channel channel = new SmtpPost(rejecting.address(), Letters.SENDER);
      assertThat(delivery(book, channel, AT).run()).isEqualTo(new Delivery.Outcome(0, 1));
      assertThat(column("state")).containsExactly("waiting");
      assertThat(column("attempts::text")).containsExactly("1");
      assertThat(column("last_error"))
          .containsExactly(
              "The mail server "
                  + rejecting.address()
                  + " refused the recipient's address (answer 550); check the settings.");

      assertThat(delivery(book, channel, AT.plusSeconds(59)).run().failed()).isZero();
      Instant later = AT;
      for (int attempt = 2; attempt <= 9; attempt++) {
        later = later.plus(Duration.ofHours(30));
        assertThat(delivery(book, channel, later).run().failed()).isEqualTo(1);
      }
      assertThat(column("state")).containsExactly("dead");
      assertThat(delivery(book, channel, later.plus(Duration.ofDays(30))).run())
          .isEqualTo(new Delivery.Outcome(0, 0));
    }
  }

  @Test
  void theSameMailComesThroughOnceTheServerIsWell() throws Exception {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));
    try (ScriptedServer dropping = new ScriptedServer(Map.of("DATA", "drop"))) {
      delivery(book, new SmtpPost(dropping.address(), Letters.SENDER), AT).run();
    }
    assertThat(delivery(book, smtp(), AT.plusSeconds(60)).run())
        .isEqualTo(new Delivery.Outcome(1, 0));

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getMessageID())
        .isEqualTo("<" + column("message_id").get(0) + ">");
    assertThat(server.getReceivedMessages()[0].getSentDate().toInstant()).isEqualTo(AT);
    assertThat(column("coalesce(last_error, 'none')")).containsExactly("none");
  }

  @Test
  void oneRecipientWhoIsRefusedHoldsUpNobodyElse() throws Exception {
    AddressBook book = book("one@example.org", "two@example.org", "three@example.org");
    raise(book, Findings.notReduced(rowan));
    Channel post = smtp();
    Channel choosy =
        new Channel() {
          @Override
          public String doneState() {
            return post.doneState();
          }

          @Override
          public void deliver(OutboxMessage message) throws Undelivered {
            if (message.place() == 1) {
              throw new Undelivered("refused");
            }
            post.deliver(message);
          }
        };

    assertThat(delivery(book, choosy, AT).run()).isEqualTo(new Delivery.Outcome(2, 1));
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void anAddressSetLaterIsUsedForWhatWaits() throws Exception {
    AddressBook none = book();
    raise(none, Findings.notReduced(rowan));
    assertThat(delivery(none, smtp(), AT).run()).isEqualTo(new Delivery.Outcome(0, 1));
    assertThat(column("last_error"))
        .containsExactly(
            "No address is set for the role ict-security-analyst; set it and try again.");

    AddressBook set = book("analyst@example.org");
    assertThat(delivery(set, smtp(), AT.plusSeconds(60)).run().left()).isEqualTo(1);
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("analyst@example.org");
  }

  @Test
  void whatIsDeadIsTriedAgainWhenAsked() {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));
    database.inTransaction(
        () ->
            database.jdbc().sql("update outbox_message set state = 'dead', attempts = 9").update());

    assertThat(database.inTransaction(() -> outbox.retryAll(AT))).isEqualTo(1);
    assertThat(delivery(book, smtp(), AT).run().left()).isEqualTo(1);
    assertThat(database.inTransaction(() -> outbox.retryAll(AT))).isZero();
  }

  /** A mark instead of a warning would be all its recipient gets. */
  @Test
  void aTextThatWasDestroyedIsNotSentAgain() {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));
    raise(book, Findings.isNew(Place.ALL_SCHOOLS));
    OutboxList list = new OutboxList(database.jdbc());
    assertThat(database.inTransaction(list::destroyed)).isEmpty();
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update outbox_message set state = 'dead', attempts = 9, body = case"
                        + " when message_id = (select min(message_id) from outbox_message)"
                        + " then '[destroyed]' else body end")
                .update());

    assertThat(database.inTransaction(list::sendable)).isEqualTo(1);
    assertThat(database.inTransaction(() -> outbox.retryAll(AT))).isEqualTo(1);
    assertThat(delivery(book, smtp(), AT).run()).isEqualTo(new Delivery.Outcome(1, 0));
    assertThat(column("state")).containsExactlyInAnyOrder("sent", "dead");
    assertThat(database.inTransaction(list::destroyed))
        .contains(
            "1 message is not sent again: its text was destroyed with an incident it spoke of.");
    assertThat(database.inTransaction(list::sendable)).isZero();
    assertThat(database.inTransaction(list::waiting)).isEmpty();
    assertThat(database.inTransaction(list::all))
        .extracting(OutboxList.Line::state)
        .containsExactlyInAnyOrder("sent", "dead");
  }

  @Test
  void withoutAMailServerEachMessageIsAFileAndIsWrittenOnce() throws Exception {
    AddressBook book = book();
    Channel folder = new EmlFolder(home.resolve("outbox"), Letters.SENDER);
    raise(book, Findings.notReduced(rowan));
    raise(book, Findings.isNew(Place.ALL_SCHOOLS));

    assertThat(delivery(book, folder, AT).run()).isEqualTo(new Delivery.Outcome(2, 0));
    assertThat(delivery(book, folder, AT.plusSeconds(999)).run().left()).isZero();
    try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "alert-2026-07-01-LOST_IN_TRANSIT-all.eml",
              "alert-2026-07-01-LOST_IN_TRANSIT-school-" + rowan.schoolId() + ".eml");
    }
    assertThat(column("state")).containsOnly("written");
  }

  @Test
  void aSchoolNobodyConfirmedIsNotNamed() throws Exception {
    int school = school(CANARY, false);
    AddressBook book = book();
    raise(book, Findings.notReduced(Place.unconfirmed(school)));
    delivery(book, new EmlFolder(home, Letters.SENDER), AT).run();

    assertThat(database.inTransaction(alerts::list))
        .extracting(alert -> alert.finding().place().words())
        .containsExactly("a school to confirm (number " + school + ")");
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(CANARY);
        assertThat(file.toString()).doesNotContain(CANARY);
      }
    }
    assertThat(column("subject || body || file_name || message_id"))
        .noneMatch(text -> text.contains(CANARY));
  }

  @Test
  void anAlertGoesForwardsThroughItsLife() {
    long number = raise(book(), Findings.notReduced(rowan)).orElseThrow().alertId();

    assertThat(move(number, AlertState.FORWARDED)).isTrue();
    assertThat(move(number, AlertState.ACKNOWLEDGED)).isFalse();
    assertThat(move(number + 1, AlertState.CLOSED)).isFalse();
    assertThat(database.inTransaction(() -> alerts.find(number)))
        .map(Alert::state)
        .contains(AlertState.FORWARDED);
  }

  @Test
  void anotherTrustSeesNeitherAlertNorMessage() {
    AddressBook book = book("analyst@example.org");
    raise(book, Findings.notReduced(rowan));
    int other = database.found("Another trust");

    database
        .trust()
        .within(
            other,
            () -> {
              assertThat(database.inTransaction(alerts::list)).isEmpty();
              assertThat(delivery(book, smtp(), AT).run().left()).isZero();
              return 0;
            });
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void nothingIsKeptWhereThePackCannotBeWritten() {
    AlertDesk desk = new AlertDesk(database.transactions(), alerts, outbox, book());
    assertThatThrownBy(
            () ->
                desk.raise(
                    Findings.notReduced(rowan),
                    ROUTES,
                    AT,
                    alert -> {
                      throw new IllegalStateException("no pack");
                    }))
        .hasMessage("no pack");

    assertThat(database.inTransaction(alerts::list)).isEmpty();
  }

  private boolean move(long number, AlertState to) {
    return database.inTransaction(() -> alerts.move(number, to, "analyst", AT));
  }

  private Optional<Alert> raise(AddressBook book, Finding finding) {
    return new AlertDesk(database.transactions(), alerts, outbox, book)
        .raise(
            finding,
            ROUTES,
            AT,
            alert -> {
              packs.incrementAndGet();
              return Letters.PDF;
            });
  }

  private Delivery delivery(AddressBook book, Channel channel, Instant at) {
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    return new Delivery(database.transactions(), outbox, channel, book, clock);
  }

  private Channel smtp() {
    return new SmtpPost(
        new SmtpServer("127.0.0.1", server.getSmtp().getPort(), "", "", false), Letters.SENDER);
  }

  private static AddressBook book(String... analysts) {
    return new AddressBook(
        Letters.SENDER, "", Map.of("ict-security-analyst", Arrays.asList(analysts)));
  }

  private List<String> column(String expression) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select " + expression + " from outbox_message order by created_at, message_id")
                .query(String.class)
                .list());
  }

  private int school(String name, boolean confirmed) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "insert into school (name, name_key, confirmed) values (?, ?, ?)"
                        + " returning school_id")
                .params(name, name, confirmed)
                .query(Integer.class)
                .single());
  }
}

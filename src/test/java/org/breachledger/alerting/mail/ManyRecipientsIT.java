package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.mail.TroubledRelay.Trouble;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A paper for two hundred readers through a real mail server that is not well: nobody is missed,
 * nobody gets two different mails, and after a kill one mail at most comes twice.
 */
class ManyRecipientsIT {

  private static final int MANY = 200;
  private static final AddressBook BOOK = new AddressBook(Letters.SENDER, "", Map.of());

  private final TestDatabase database = TestDatabase.fresh();
  private final Outbox outbox = new Outbox(database.jdbc());
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<String> readers =
      IntStream.rangeClosed(1, MANY).mapToObj(n -> "reader" + n + "@example.org").toList();
  private TroubledRelay relay;

  @BeforeEach
  void aPaperForTwoHundredReaders() throws Exception {
    server.start();
    relay = new TroubledRelay(server.getSmtp().getPort());
    Shelf shelf = new Shelf(database);
    shelf.paper(shelf.run("done"), "board", 0, "Board report: Hazel Trust", "2026-07-01", 1);
    List<Recipient> board = readers.stream().map(to -> Shelf.reader("board", "", to)).toList();
    database.inTransaction(() -> shelf.post(board).queue(Optional.empty(), Shelf.AT));
  }

  @AfterEach
  void end() throws Exception {
    relay.close();
    server.stop();
    database.close();
  }

  @Test
  void eachGetsOneMailWithNobodyElseOnIt() throws Exception {
    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY, 0));

    Map<String, List<MimeMessage>> reached = reached();
    assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(readers);
    for (List<MimeMessage> mails : reached.values()) {
      assertThat(mails).hasSize(1);
      assertThat(mails.get(0).getAllRecipients()).hasSize(1);
      assertThat(mails.get(0).getHeader("Cc")).isNull();
      assertThat(mails.get(0).getHeader("Bcc")).isNull();
    }
    Set<String> ids = new HashSet<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      ids.add(mail.getMessageID());
    }
    assertThat(ids).hasSize(MANY);
  }

  @Test
  void someAreRefusedAndTheRestIsSent() throws Exception {
    for (int n = 1; n <= 20; n++) {
      relay.trouble("reader" + n * 10 + "@example.org", Trouble.REFUSED);
    }
    for (int n = 1; n <= 5; n++) {
      relay.trouble("reader" + n + "@example.org", Trouble.LATER);
    }

    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY - 25, 25));
    assertThat(reached()).hasSize(MANY - 25).doesNotContainKey("reader10@example.org");
    assertThat(states("waiting")).isEqualTo(25);

    assertThat(deliver(Shelf.AT.plusSeconds(60))).isEqualTo(new Delivery.Outcome(25, 0));
    everybodyOnce();
  }

  @Test
  void whoIsAlwaysRefusedIsADeadLetterAndHoldsUpNobody() throws Exception {
    Trouble[] always = new Trouble[9];
    Arrays.fill(always, Trouble.REFUSED);
    relay.trouble("reader7@example.org", always);
    Instant at = Shelf.AT;
    for (int attempt = 1; attempt <= 9; attempt++) {
      deliver(at);
      at = at.plus(Duration.ofHours(30));
    }

    assertThat(states("dead")).isEqualTo(1);
    assertThat(reached()).hasSize(MANY - 1);
    database.inTransaction(() -> outbox.retryAll(Shelf.AT));
    assertThat(deliver(at)).isEqualTo(new Delivery.Outcome(1, 0));
    everybodyOnce();
  }

  @Test
  void aServerThatDropsInTheMiddleOfAMessageGetsTheSameOneAgain() throws Exception {
    for (int n = 3; n <= MANY; n += 20) {
      relay.trouble("reader" + n + "@example.org", Trouble.DROPPED_IN_DATA);
    }

    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY - 10, 10));
    assertThat(deliver(Shelf.AT.plusSeconds(60))).isEqualTo(new Delivery.Outcome(10, 0));
    everybodyOnce();
  }

  @Test
  void aServerThatDropsAtTheFarewellHasTakenTheMessage() throws Exception {
    relay.trouble("reader9@example.org", Trouble.DROPPED_AT_QUIT);

    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY, 0));
    everybodyOnce();
  }

  @Test
  void aServerWhoseWordIsLostGetsTheSameMailTwiceAtMost() throws Exception {
    relay.trouble("reader9@example.org", Trouble.DROPPED_AFTER_ACCEPT);

    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY - 1, 1));
    assertThat(deliver(Shelf.AT.plusSeconds(60))).isEqualTo(new Delivery.Outcome(1, 0));
    onlyThisOneTwiceAndTheSame("reader9@example.org");
  }

  @Test
  void aSlowServerIsWaitedFor() throws Exception {
    for (int n = 1; n <= 5; n++) {
      relay.trouble("reader" + n + "@example.org", Trouble.SLOW);
    }

    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY, 0));
    everybodyOnce();
  }

  @Test
  void aServerThatSaysNothingIsNotAskedTwoHundredTimes() throws Exception {
    try (ScriptedServer silent = new ScriptedServer(Map.of("EHLO", "silence", "HELO", "silence"))) {
      Channel post = new SmtpPost(silent.address(), Letters.SENDER, 200);
      assertThat(delivery(post, Shelf.AT).run()).isEqualTo(new Delivery.Outcome(0, 3));
    }

    assertThat(deliver(Shelf.AT.plusSeconds(60))).isEqualTo(new Delivery.Outcome(MANY, 0));
    everybodyOnce();
  }

  @Test
  void anErrorBetweenTheServersWordAndOurNoteRepeatsThatMailOnly() throws Exception {
    Channel post = post();
    Channel dying =
        new Channel() {
          private int sent;

          @Override
          public String doneState() {
            return post.doneState();
          }

          @Override
          public void deliver(OutboxMessage message) throws Undelivered {
            post.deliver(message);
            if (++sent == 120) {
              throw new OutOfMemoryError("after the server took it");
            }
          }
        };

    assertThatThrownBy(() -> delivery(dying, Shelf.AT).run()).isInstanceOf(OutOfMemoryError.class);
    assertThat(states("sent")).isEqualTo(119);
    assertThat(deliver(Shelf.AT)).isEqualTo(new Delivery.Outcome(MANY - 119, 0));
    assertThat(reached().values().stream().filter(mails -> mails.size() == 2)).hasSize(1);
    assertThat(reached()).hasSize(MANY);
  }

  /** The program itself is killed while the server has the message and it does not know. */
  @Test
  void aKilledProgramRepeatsThatMailOnly() throws Exception {
    relay.trouble("reader150@example.org", Trouble.SILENT_AFTER_ACCEPT);
    Process courier = Courier.start(database, relay.address().port());
    try {
      assertThat(relay.accepted().await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      courier.destroyForcibly().waitFor();
    }
    int before = server.getReceivedMessages().length;
    assertThat(before).isBetween(1, MANY);

    for (int tries = 0; tries < 100 && states("waiting") > 0; tries++) {
      deliver(Shelf.AT);
      Thread.sleep(100); // until the database has noticed that the other has gone
    }
    assertThat(server.getReceivedMessages()).hasSize(MANY + 1);
    onlyThisOneTwiceAndTheSame("reader150@example.org");
  }

  private void everybodyOnce() throws Exception {
    Map<String, List<MimeMessage>> reached = reached();
    assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(readers);
    assertThat(reached.values()).allMatch(mails -> mails.size() == 1);
    assertThat(states("sent")).isEqualTo(MANY);
  }

  private void onlyThisOneTwiceAndTheSame(String reader) throws Exception {
    Map<String, List<MimeMessage>> reached = reached();
    assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(readers);
    List<MimeMessage> twice = Objects.requireNonNull(reached.remove(reader));
    assertThat(reached.values()).allMatch(mails -> mails.size() == 1);
    assertThat(twice).hasSize(2);
    assertThat(twice.get(1).getMessageID()).isEqualTo(twice.get(0).getMessageID());
    assertThat(body(twice.get(1))).isEqualTo(body(twice.get(0)));
    assertThat(states("sent")).isEqualTo(MANY);
  }

  private static String body(MimeMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out, new String[] {"Received", "Return-Path"});
    return out.toString(StandardCharsets.UTF_8);
  }

  private Map<String, List<MimeMessage>> reached() throws Exception {
    Map<String, List<MimeMessage>> reached = new HashMap<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      reached
          .computeIfAbsent(mail.getAllRecipients()[0].toString(), to -> new ArrayList<>())
          .add(mail);
    }
    return reached;
  }

  private int states(String state) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select count(*) from outbox_message where state = ?")
                .param(state)
                .query(Integer.class)
                .single());
  }

  private Delivery.Outcome deliver(Instant at) {
    return delivery(post(), at).run();
  }

  private Channel post() {
    return new SmtpPost(relay.address(), Letters.SENDER, 5_000);
  }

  private Delivery delivery(Channel channel, Instant at) {
    return new Delivery(
        database.transactions(), outbox, channel, BOOK, Clock.fixed(at, ZoneOffset.UTC));
  }
}

package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.DeliveryPlan;
import org.breachledger.alerting.PaperForm;
import org.breachledger.alerting.PlannedMail.Fate;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.Subscriptions;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a published paper to a mail at each of its readers, with a real mail server. */
class PaperDeliveryIT {

  private static final String PASSWORD = "three odd words";

  @TempDir Path home;

  private final TestDatabase database = TestDatabase.fresh();
  private final Shelf shelf = new Shelf(database);
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private int rowan;
  private int alder;
  private long run;
  private long rowansPaper;

  @BeforeEach
  void papersOfTwoSchools() {
    server.start();
    rowan = shelf.school("Rowan Primary School", "100001");
    alder = shelf.school("Alder High School", "100002");
    run = shelf.run("done");
    rowansPaper = paper(rowan, "Report to governors: Rowan Primary School", "2026-07-01", 1);
    paper(alder, "Report to governors: Alder High School", "2026-07-01", 1);
    shelf.compared(run, rowan, 2, 0, "REDUCED");
    shelf.compared(run, alder, 0, 0, "CEASED");
  }

  @AfterEach
  void end() {
    server.stop();
    database.close();
  }

  @Test
  void eachSchoolsHeadGetsTheLinkToTheOwnSchoolsPaper() throws Exception {
    send(
        Shelf.reader("head", "rowan primary school", "rowan@example.org"),
        Shelf.reader("head", "100002", "alder@example.org"),
        Shelf.reader("board", "", "board@example.org"));

    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(to("alder@example.org").getSubject())
        .isEqualTo("Report to governors: Alder High School");
    MimeMessage mail = to("rowan@example.org");
    assertThat(mail.getSubject()).isEqualTo("Report to governors: Rowan Primary School");
    assertThat(mail.getContent().toString())
        .contains("To the Headteacher", "https://log.example.org/papers/" + rowansPaper)
        .contains("Half to:   30 June 2026", "Published: Wed 1 July 2026, 03:00");
    assertThat(mail.getHeader("Date")[0]).isEqualTo("Wed, 1 Jul 2026 06:00:00 +0100");
  }

  @Test
  void whoNamesNoSchoolGetsEverySchoolsPaper() {
    send(Shelf.reader("governors", "", "clerk@example.org"));

    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void anAddressGetsAPaperOnceWhateverRolesStandBehindIt() {
    send(
        Shelf.reader("head", "100001", "rowan@example.org"),
        Shelf.reader("governors", "100001", "Rowan@Example.org"));
    send(Shelf.reader("governors", "100001", "rowan@example.org"));

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whoIsNamedLaterGetsTheNewestOnly() throws Exception {
    send(Shelf.reader("head", "100001", "rowan@example.org"));
    long second = shelf.run("done");
    shelf.paper(
        second, "governors", rowan, "Report to governors: Rowan Primary School", "2026-07-01", 2);
    send(
        Shelf.reader("head", "100001", "rowan@example.org"),
        Shelf.reader("governors", "100001", "chair@example.org"));

    assertThat(server.getReceivedMessages()).hasSize(3);
    assertThat(to("chair@example.org").getSubject()).endsWith("Rowan Primary School (edition 2)");
  }

  @Test
  void whatIsNotPublishedStaysWhereItIs() {
    long broken = shelf.run("failed");
    shelf.paper(broken, "board", 0, "Board report: Hazel Trust", "2026-07-01", 1);
    long running = shelf.run("running");
    shelf.paper(running, "board", 0, "Board report: Hazel Trust", "2026-07-01", 2);

    assertThat(send(Shelf.reader("board", "", "board@example.org")).mails()).isEmpty();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void anEarlierHalfsPapersGoOutWhenAskedFor() {
    paper(rowan, "Report to governors: Rowan Primary School", "2026-01-01", 1);
    Recipient head = Shelf.reader("head", "100001", "rowan@example.org");

    assertThat(plan(Optional.empty(), head).mails())
        .extracting(mail -> mail.paper().anchor())
        .containsExactly(LocalDate.of(2026, 7, 1));
    assertThat(plan(Optional.of(LocalDate.of(2026, 1, 1)), head).mails())
        .extracting(mail -> mail.paper().anchor())
        .containsExactly(LocalDate.of(2026, 1, 1));
  }

  @Test
  void theDryRunSaysWhoWouldGetWhatAndWritesNothing() {
    DeliveryPlan plan =
        plan(
            Optional.empty(),
            Shelf.reader("head", "100001", "rowan@example.org"),
            Shelf.reader("head", "100002", "alder@example.org", PaperForm.PROTECTED, "env:NONE"));

    assertThat(plan.mails())
        .extracting(mail -> mail.recipient().address(), mail -> mail.fate())
        .containsExactly(
            tuple("rowan@example.org", Fate.TO_SEND), tuple("alder@example.org", Fate.NO_PASSWORD));
    assertThat(plan.unaddressed())
        .contains(
            "Report to governors: Rowan Primary School: no address is known for the role"
                + " governors");
    assertThat(count("outbox_message")).isZero();
    assertThat(plan.toString()).doesNotContain("@example.org");
  }

  @Test
  void aHalfWithNothingToTellIsSentUnlessTheSubscriptionSaysSkip() {
    Recipient alders = Shelf.reader("head", "100002", "alder@example.org");
    assertThat(plan(Optional.empty(), alders).of(Fate.TO_SEND)).hasSize(1);

    assertThat(skipping(alders).of(Fate.NOTHING_TO_TELL)).hasSize(1);
    assertThat(skipping(Shelf.reader("head", "100001", "rowan@example.org")).of(Fate.TO_SEND))
        .hasSize(1);
  }

  @Test
  void aMissingMonthAndANearMissAreSomethingToTell() {
    shelf.compared(run, alder, 0, 0, "INSUFFICIENT_DATA");
    shelf.compared(run, rowan, 0, 1, "NONE");

    assertThat(skipping(Shelf.reader("head", "", "all@example.org")).of(Fate.TO_SEND)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"incident, TO_SEND", "near-miss, TO_SEND", "non-event, NOTHING_TO_TELL"})
  void anIncidentWithoutADateIsSomethingToTell(String countedAs, Fate fate) {
    Recipient alders = Shelf.reader("head", "100002", "alder@example.org");
    shelf.undated(rowan, "incident");
    assertThat(skipping(alders).of(Fate.NOTHING_TO_TELL)).hasSize(1);

    shelf.undated(alder, countedAs);
    assertThat(skipping(alders).of(fate)).hasSize(1);
  }

  @Test
  void anAttachedPaperIsTheFrozenOneByteForByte() throws Exception {
    send(Shelf.reader("head", "100001", "rowan@example.org", PaperForm.ATTACHMENT, ""));

    BodyPart attached = attached(to("rowan@example.org"));
    assertThat(attached.getFileName()).isEqualTo("governors-2026-07-01-" + rowansPaper + ".pdf");
    assertThat(attached.getInputStream().readAllBytes()).isEqualTo(Shelf.PDF);
  }

  @Test
  void aProtectedPaperOpensWithItsReadersPasswordOnly() throws Exception {
    send(
        Shelf.reader(
            "head", "100001", "rowan@example.org", PaperForm.PROTECTED, "env:HEAD_PASSWORD"));

    MimeMessage mail = to("rowan@example.org");
    byte[] pdf = attached(mail).getInputStream().readAllBytes();
    assertThatThrownBy(() -> Loader.loadPDF(pdf)).isInstanceOf(InvalidPasswordException.class);
    assertThatThrownBy(() -> Loader.loadPDF(pdf, "three odd word"))
        .isInstanceOf(InvalidPasswordException.class);
    try (PDDocument paper = Loader.loadPDF(pdf, PASSWORD)) {
      assertThat(paper.getEncryption().getLength()).isEqualTo(256);
      assertThat(paper.getEncryption().getRevision()).isEqualTo(6);
      assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(paper.getCurrentAccessPermission().canExtractForAccessibility()).isTrue();
      assertThat(paper.getCurrentAccessPermission().canModify()).isFalse();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    mail.writeTo(whole);
    assertThat(whole.toString(StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
    assertThat(count("outbox_message where subject || body || file_name like '%odd words%'"))
        .isZero();
    assertThat(count("audit_entry where details like '%odd%'")).isZero();
  }

  @Test
  void aProtectedPaperIsNeverSentWithoutItsPassword() throws Exception {
    Files.writeString(home.resolve("short"), "1234567\n");
    Files.writeString(home.resolve("long"), "12345678\nmore\n");
    PasswordLock lock = new PasswordLock(Map.of(), home);
    List<Recipient> readers =
        List.of(
            protectedFor("one@example.org", "file:short"),
            protectedFor("two@example.org", "file:missing"),
            protectedFor("three@example.org", "env:HEAD_PASSWORD"),
            protectedFor("four@example.org", ""),
            protectedFor("five@example.org", "file:long"));

    DeliveryPlan plan =
        database.inTransaction(() -> shelf.post(readers, lock).queue(Optional.empty(), Shelf.AT));

    assertThat(plan.of(Fate.NO_PASSWORD)).hasSize(4);
    deliver();
    assertThat(server.getReceivedMessages()).hasSize(1);
    byte[] pdf = attached(to("five@example.org")).getInputStream().readAllBytes();
    try (PDDocument paper = Loader.loadPDF(pdf, "12345678")) {
      assertThat(paper.isEncrypted()).isTrue();
    }
  }

  @Test
  void aSecondAttemptSendsTheSameBytes() throws Exception {
    Recipient head = protectedFor("rowan@example.org", "env:HEAD_PASSWORD");
    TroubledRelay relay =
        new TroubledRelay(server.getSmtp().getPort())
            .trouble("rowan@example.org", TroubledRelay.Trouble.DROPPED_AFTER_ACCEPT);
    try (relay) {
      database.inTransaction(() -> shelf.post(List.of(head)).queue(Optional.empty(), Shelf.AT));
      assertThat(delivery(relay.address(), Shelf.AT).run().failed()).isEqualTo(1);
      assertThat(delivery(relay.address(), Shelf.AT.plusSeconds(60)).run().left()).isEqualTo(1);
    }

    MimeMessage[] twice = server.getReceivedMessages();
    assertThat(twice).hasSize(2);
    assertThat(twice[1].getMessageID()).isEqualTo(twice[0].getMessageID());
    assertThat(attached(twice[1]).getInputStream().readAllBytes())
        .isEqualTo(attached(twice[0]).getInputStream().readAllBytes());
  }

  @Test
  void aTrustsPapersReachItsOwnReadersOnly() {
    int other = database.found("Another trust");

    database
        .trust()
        .within(other, () -> send(Shelf.reader("governors", "", "elsewhere@example.org")).mails());
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void theAuditTrailSaysHowManyGotWhichPaper() {
    send(
        Shelf.reader("head", "100001", "rowan@example.org"),
        Shelf.reader("governors", "100001", "chair@example.org"));

    assertThat(
            count(
                "audit_entry where action = 'deliver' and subject = 'paper %d' and details ="
                        .formatted(rowansPaper)
                    + " '{\"recipients\":2}'"))
        .isEqualTo(1);
    assertThat(count("audit_entry where details like '%@%'")).isZero();
  }

  private Recipient protectedFor(String address, String password) {
    return Shelf.reader("head", "100001", address, PaperForm.PROTECTED, password);
  }

  private long paper(int school, String title, String anchor, int edition) {
    return shelf.paper(run, "governors", school, title, anchor, edition);
  }

  private DeliveryPlan send(Recipient... readers) {
    DeliveryPlan plan =
        database.inTransaction(
            () -> shelf.post(List.of(readers)).queue(Optional.empty(), Shelf.AT));
    deliver();
    return plan;
  }

  private void deliver() {
    delivery(new SmtpServer("127.0.0.1", server.getSmtp().getPort(), "", "", false), Shelf.AT)
        .run();
  }

  private DeliveryPlan plan(Optional<LocalDate> anchor, Recipient... readers) {
    return database.inTransaction(() -> shelf.post(List.of(readers)).plan(anchor));
  }

  /** Under subscriptions that leave papers with nothing to tell out. */
  private DeliveryPlan skipping(Recipient reader) {
    JobsFolder shipped = new JobsFolder(null);
    String text =
        shipped.find(Subscriptions.FILE).orElseThrow().replace("nothing: send", "nothing: skip");
    Path file = home.resolve(Subscriptions.FILE);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database.inTransaction(
        () ->
            shelf
                .post(
                    List.of(reader),
                    Subscriptions.read(new JobsFolder(home)),
                    new PasswordLock(Map.of(), home))
                .plan(Optional.empty()));
  }

  private Delivery delivery(SmtpServer to, Instant at) {
    return new Delivery(
        database.transactions(),
        new Outbox(database.jdbc()),
        new SmtpPost(to, Letters.SENDER),
        new AddressBook(Letters.SENDER, "", Map.of()),
        Clock.fixed(at, ZoneOffset.UTC));
  }

  private MimeMessage to(String address) throws Exception {
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().equals(address)) {
        return mail;
      }
    }
    throw new AssertionError("no mail");
  }

  private static BodyPart attached(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(1);
  }

  private int count(String table) {
    return database.inTransaction(
        () -> database.jdbc().sql("select count(*) from " + table).query(Integer.class).single());
  }
}

package org.breachledger.pipeline.erasure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.incident.Sha256;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.store.ConfirmedLists.Confirmed;
import org.breachledger.keeping.store.Destruction;
import org.breachledger.keeping.store.DestructionCertificates;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.TypeDefinition;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.DestroyedIncident;
import org.breachledger.reporting.DestructionCertificate;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PaperWriter;
import org.breachledger.reporting.batch.Imprints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a confirmed list destroyed: record, learned types and certificate in one transaction, never
 * beside an import or a job, and the files right after.
 */
public final class DestructionDesk {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final IncidentRegister register;
  private final Destruction destruction;
  private final Relearning relearning;
  private final Aftermath aftermath;
  private final PaperWriter writer;
  private final Imprints imprints;
  private final BreachTypes types;
  private final PolicyProfile profile;
  private final BackupsKept backups;
  private final Home home;

  /** A desk over the record of the trust at work. */
  public DestructionDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      IncidentRegister register,
      AuditTrail audit,
      Relearning relearning,
      FileSweep sweep,
      Assessment assessment,
      PaperWriter writer,
      Imprints imprints,
      BreachTypes types,
      PolicyProfile profile,
      BackupsKept backups,
      Home home) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.register = register;
    this.destruction = new Destruction(jdbc, audit, profile);
    this.relearning = relearning;
    this.aftermath = new Aftermath(sweep, assessment);
    this.writer = writer;
    this.imprints = imprints;
    this.types = types;
    this.profile = profile;
    this.backups = backups;
    this.home = home;
  }

  /** What would be destroyed. */
  public record Plan(List<ListedIncident> incidents, int originals) {

    /** Copies the incidents. */
    public Plan {
      incidents = List.copyOf(incidents);
    }
  }

  /**
   * What was destroyed.
   *
   * @param number of the certificate
   * @param file the certificate; empty where it could not be written and is on record only
   */
  public record Done(
      int number,
      Optional<Path> file,
      int incidents,
      int originals,
      Relearning.Outcome learned,
      Outstanding outstanding) {}

  private record Stored(
      int number, int incidents, int originals, byte[] paper, Relearning.Outcome learned) {}

  /** Looks at what destroying a confirmed list would do; changes nothing. */
  public Plan plan(String named, AsOf asOf, By by) {
    return inTransaction(
        () -> {
          Confirmed list = destruction.ready(named, asOf, by);
          return new Plan(list.items(), destruction.originals(list));
        });
  }

  /**
   * Destroys a confirmed list.
   *
   * @throws org.breachledger.keeping.store.KeepingRefused where it may not be destroyed
   */
  public Done destroy(String named, AsOf asOf, By by) {
    Stored stored = inTransaction(() -> stored(named, asOf, by));
    Outstanding swept = aftermath.swept();
    Optional<Path> file = written(stored);
    return new Done(
        stored.number(),
        file,
        stored.incidents(),
        stored.originals(),
        stored.learned(),
        aftermath.judged(asOf, swept));
  }

  private Stored stored(String named, AsOf asOf, By by) {
    WorkLock.hold(jdbc);
    register.waitForTurn();
    Confirmed list = destruction.ready(named, asOf, by);
    int number = destruction.nextNumber();
    int originals = destruction.originals(list);
    DestructionCertificates.Backups made = destruction.backups();
    byte[] paper = print(certificate(number, originals, made, list, asOf, by));
    Relearning.Outcome learned =
        relearning.around(
            destruction.selves(Destruction.ids(list)),
            by.account(),
            by.at(),
            () ->
                destruction.destroy(
                    list,
                    new DestructionCertificates.Made(
                        number,
                        originals,
                        backups.days().orElse(null),
                        made,
                        Sha256.of(paper),
                        paper),
                    by));
    return new Stored(number, list.items().size(), originals, paper, learned);
  }

  private DestructionCertificate certificate(
      int number,
      int originals,
      DestructionCertificates.Backups made,
      Confirmed list,
      AsOf asOf,
      By by) {
    String scope = list.schoolId().isPresent() ? list.items().get(0).school() : AlertPack.ALL;
    return new DestructionCertificate(
        number,
        scope,
        imprints.of(imprints.halves(asOf.anchor()), asOf, 1),
        list.identity(),
        title(list.byRole()),
        London.dayOf(list.confirmedAt()),
        title(by.role()),
        London.dayOf(by.at()),
        originals,
        new DestructionCertificate.Backups(
            backups.days().orElse(null), day(made.last()), restored(made)),
        list.items().stream().map(this::destroyed).toList());
  }

  private static DestructionCertificate.@Nullable Restored restored(
      DestructionCertificates.Backups made) {
    LocalDate at = day(made.restoredAt());
    return at == null ? null : new DestructionCertificate.Restored(at, day(made.restoredBackup()));
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : London.dayOf(at);
  }

  private DestroyedIncident destroyed(ListedIncident item) {
    return new DestroyedIncident(
        item.school(),
        item.reference(),
        types.find(item.breachType()).map(TypeDefinition::title).orElse(item.breachType()),
        item.closedOn().orElse(null),
        item.due(),
        item.period());
  }

  private String title(String role) {
    return profile.findTitle(role).orElse(role);
  }

  private byte[] print(DestructionCertificate certificate) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      writer.write(certificate, PaperFormat.PDF, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  /** The copy for people who open folders; the record has its own. */
  private Optional<Path> written(Stored stored) {
    try {
      Path folder = Files.createDirectories(home.reports().resolve("certificates"));
      Path whole = Files.createTempFile(folder, ".arriving", "");
      try {
        Files.write(whole, stored.paper());
        return Optional.of(
            Files.move(
                whole,
                folder.resolve(fileName(stored.number())),
                StandardCopyOption.REPLACE_EXISTING));
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      Aftermath.warn("the certificate could not be written", e);
      return Optional.empty();
    }
  }

  /** What a certificate's file is called. */
  public static String fileName(int number) {
    return String.format(Locale.ROOT, "destruction-certificate-%04d.pdf", number);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}

package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.Guess;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.Opened;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.Refused;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one file in: whole or not at all, each row in just one outcome, and on record also where it
 * is refused. One bad file never stops the good ones.
 */
public final class FileImporter {

  private static final Logger LOG = LoggerFactory.getLogger(FileImporter.class);

  /** A fault of the program: the other files go on, this one is kept and can be sent again. */
  static final String FAILED =
      "The program failed on this file, so nothing of it was stored; show it to those who look after"
          + " the program.";

  private final LogReader reader;
  private final ImportRecords records;
  private final StoredLog stored;
  private final StoredAccessLog accesses;
  private final FilePreview preview;
  private final Archive archive;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final VerdictsAtOnce verdicts;
  private final String policy;
  private final Clock clock;

  /** An importer into the register of the trust at work. */
  public FileImporter(
      LogReader reader,
      IncidentRegister register,
      ImportRecords records,
      ReturnedRows returnedRows,
      StoredAccessLog accesses,
      Archive archive,
      AuditTrail audit,
      TransactionTemplate transactions,
      VerdictsAtOnce verdicts,
      String policy,
      Clock clock) {
    this.reader = reader;
    this.records = records;
    this.stored = new StoredLog(register, records, returnedRows, audit, verdicts, clock);
    this.accesses = accesses;
    this.preview = new FilePreview(reader, register, records, accesses, transactions, policy);
    this.archive = archive;
    this.audit = audit;
    this.transactions = transactions;
    this.verdicts = verdicts;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Shows what taking some files in would do, and leaves no trace: nothing is stored, sent, kept or
   * numbered. Each file is judged as if those before it had been taken in.
   *
   * @param sink is given every row
   */
  public List<ImportedFile> preview(List<Path> files, ImportOptions options, PreviewSink sink) {
    return preview.of(files, options, sink);
  }

  /**
   * Takes one file in, or previews it where the options say so.
   *
   * @throws IllegalArgumentException where the options name a profile that does not exist
   */
  public ImportedFile take(Path file, ImportOptions options) throws IOException {
    return options.dryRun()
        ? preview(List.of(file), options, PreviewSink.NONE).get(0)
        : take(file, String.valueOf(file.getFileName()), options);
  }

  /** Takes one file in under the name it was sent by. */
  public ImportedFile take(Path file, String sentAs, ImportOptions options) throws IOException {
    long begun = System.nanoTime();
    try {
      return taken(file, sentAs, options, begun);
    } catch (NotKept e) {
      return gone(file, Objects.requireNonNull(e.getCause()), begun);
    } catch (NoSuchFileException e) {
      return gone(file, e, begun);
    }
  }

  /** A sweep of files took it on the way; any other failure is the disk's. */
  private static ImportedFile gone(Path file, IOException failure, long begun) throws IOException {
    if (Files.exists(file)) {
      throw failure;
    }
    return ArrivedFile.missing(file, Refusal.MISSING.said().sentence(), begun);
  }

  private ImportedFile taken(Path file, String sentAs, ImportOptions options, long begun)
      throws IOException {
    if (!ArrivedFile.readable(file)) {
      return ArrivedFile.missing(file, Refusal.MISSING.said().sentence(), begun);
    }
    ArrivedFile arrived = ArrivedFile.of(file, sentAs, options, policy, begun);
    Optional<Long> known = inTransaction(() -> records.findTaken(arrived.arrival()));
    if (known.isPresent()) {
      return arrived.known(known.get());
    }
    ReadingOptions reading = inTransaction(() -> options.reading(file, sentAs, records.mappings()));
    Opened opened = reader.open(file, reading);
    if (opened instanceof LogFile log) {
      try (log) {
        verdicts.prepare();
        return takeLog(
            arrived,
            () -> stored.store(arrived.arrival(), log, options),
            log.summary().guesses(),
            options.who());
      }
    }
    if (opened instanceof AuditLog log) {
      try (log) {
        return takeLog(
            arrived,
            () -> accesses.store(arrived.arrival(), log, options),
            List.of(),
            options.who());
      }
    }
    return refuse(arrived, ((Refused) opened).sentence(), options.who());
  }

  private ImportedFile takeLog(
      ArrivedFile arrived, Supplier<StoredLog.Taken> storing, List<Guess> guesses, String who)
      throws IOException {
    archive.keep(arrived.file(), arrived.arrival().sha256());
    StoredLog.Taken taken;
    try {
      taken =
          inTransaction(
              () -> {
                hold(arrived);
                return storing.get();
              });
    } catch (BrokenOnTheWay broken) {
      return refuse(arrived, broken.sentence(), who);
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException | NotKept lost) {
      throw lost;
    } catch (RuntimeException fault) {
      LOG.error("a file could not be taken in", fault);
      return refuse(arrived, FAILED, who);
    }
    return taken.finished() == null
        ? arrived.known(taken.importId())
        : arrived.imported(taken.importId(), taken.finished(), guesses);
  }

  private ImportedFile refuse(ArrivedFile arrived, String sentence, String who) throws IOException {
    archive.keep(arrived.file(), arrived.arrival().sha256());
    long importId =
        inTransaction(
            () -> {
              hold(arrived);
              long id = records.open(arrived.arrival(), clock.instant());
              records.refuse(id, sentence, clock.instant());
              audit.append(
                  who,
                  "refuse",
                  "import " + id,
                  AuditDetails.none().and("sha256", arrived.arrival().sha256()));
              return id;
            });
    return arrived.refused(importId, sentence);
  }

  /**
   * Holds the original that was kept; where a sweep of files took it just before, keeps it anew.
   */
  private void hold(ArrivedFile arrived) {
    records.holdOriginal(arrived.arrival());
    String sha256 = arrived.arrival().sha256();
    if (!archive.holds(sha256)) {
      try {
        archive.keep(arrived.file(), sha256);
      } catch (IOException e) {
        throw new NotKept(e);
      }
    }
  }

  private static final class NotKept extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    NotKept(IOException cause) {
      super(cause);
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    T result = transactions.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("the register gave no answer");
    }
    return result;
  }
}

package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Opened;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.Refused;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.RowSum;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
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
  private static final double NANOS = 1e9;

  private final LogReader reader;
  private final IncidentRegister register;
  private final ImportRecords records;
  private final ReturnedRows returnedRows;
  private final Archive archive;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final String policy;
  private final Clock clock;

  /** An importer into the register of the trust at work. */
  public FileImporter(
      LogReader reader,
      IncidentRegister register,
      ImportRecords records,
      ReturnedRows returnedRows,
      Archive archive,
      AuditTrail audit,
      TransactionTemplate transactions,
      String policy,
      Clock clock) {
    this.reader = reader;
    this.register = register;
    this.records = records;
    this.returnedRows = returnedRows;
    this.archive = archive;
    this.audit = audit;
    this.transactions = transactions;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Takes one file in.
   *
   * @throws IllegalArgumentException where the options name a profile that does not exist
   */
  public ImportedFile take(Path file, ImportOptions options) throws IOException {
    return take(file, String.valueOf(file.getFileName()), options);
  }

  /** Takes one file in under the name it was sent by. */
  public ImportedFile take(Path file, String sentAs, ImportOptions options) throws IOException {
    long begun = System.nanoTime();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return refused(file, null, null, Refusal.MISSING.said().sentence(), begun);
    }
    ImportRecords.Arrival arrival =
        new ImportRecords.Arrival(
            sentAs,
            Archive.sha256(file),
            Files.size(file),
            options.key(),
            options.asOf().instant(),
            policy);
    Optional<Long> known = inTransaction(() -> records.findTaken(arrival));
    if (known.isPresent()) {
      return known(file, arrival, known.get(), begun);
    }
    Opened opened = reader.open(file, options.reading(file, sentAs));
    if (opened instanceof LogFile log) {
      try (log) {
        return takeLog(file, arrival, log, options, begun);
      }
    }
    return refuse(file, arrival, ((Refused) opened).sentence(), options, begun);
  }

  private ImportedFile takeLog(
      Path file, ImportRecords.Arrival arrival, LogFile log, ImportOptions options, long begun)
      throws IOException {
    if (!options.dryRun()) {
      archive.keep(file, arrival.sha256());
    }
    Taken taken;
    try {
      taken =
          transactions.execute(
              status -> {
                Taken result = store(arrival, log, options);
                if (options.dryRun()) {
                  status.setRollbackOnly();
                }
                return result;
              });
    } catch (BrokenOnTheWay broken) {
      return refuse(file, arrival, broken.refused.sentence(), options, begun);
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException lost) {
      throw lost;
    } catch (RuntimeException fault) {
      LOG.error("a file could not be taken in", fault);
      return refuse(file, arrival, sentence(fault), options, begun);
    }
    if (taken == null) {
      throw new IllegalStateException("the import gave no answer");
    }
    if (taken.finished == null) {
      return known(file, arrival, taken.importId, begun);
    }
    return new ImportedFile(
        file,
        options.dryRun() ? null : taken.importId,
        arrival.sha256(),
        options.dryRun() ? ImportedFile.Status.PREVIEWED : ImportedFile.Status.IMPORTED,
        null,
        taken.finished,
        since(begun));
  }

  /** A fault of the program: the other files go on, this one is kept and can be sent again. */
  private static String sentence(RuntimeException fault) {
    return "The program failed on this file ("
        + fault.getClass().getSimpleName()
        + "), so nothing of it was stored; show it to those who look after the program.";
  }

  private static ImportedFile known(
      Path file, ImportRecords.Arrival arrival, long importId, long begun) {
    return new ImportedFile(
        file,
        importId,
        arrival.sha256(),
        ImportedFile.Status.ALREADY_IMPORTED,
        null,
        null,
        since(begun));
  }

  /** What a transaction stored; nothing finished where another import was quicker. */
  private record Taken(long importId, ImportRecords.@Nullable Finished finished) {}

  private Taken store(ImportRecords.Arrival arrival, LogFile log, ImportOptions options) {
    register.waitForTurn();
    Optional<Long> quicker = records.findTaken(arrival);
    if (quicker.isPresent()) {
      return new Taken(quicker.get(), null);
    }
    long importId = records.open(arrival, clock.instant());
    LogSummary summary = log.summary();
    List<ReadRow> returned = new ArrayList<>();
    Map<Integer, RowSum> sums;
    try {
      sums =
          register.take(
              importId,
              clock.instant(),
              options.asOf().day(),
              sink -> {
                Optional<Refused> broken = log.read(new IncomingRows(summary, sink, returned::add));
                if (broken.isPresent()) {
                  throw new BrokenOnTheWay(broken.get());
                }
              });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    cover(importId, summary, options.asOf().day());
    String returnsFile =
        options.dryRun() || returned.isEmpty()
            ? null
            : returnedRows.write(options.returns(), importId, summary, returned);
    ImportRecords.Finished finished = finished(summary, sums, returnsFile);
    records.finish(importId, finished, clock.instant());
    audit.append(
        "import",
        "import",
        "import " + importId,
        AuditDetails.none().and("sha256", arrival.sha256()).and("rows", finished.rows().read()));
    return new Taken(importId, finished);
  }

  private void cover(long importId, LogSummary summary, LocalDate today) {
    register.cover(importId, summary.allSchools(), summary.covers(), today);
    for (LogSheet sheet : summary.sheets()) {
      String school = sheet.school();
      if (school != null && !summary.covers().isEmpty()) {
        register.coverSchool(importId, school, summary.covers(), today);
      }
    }
  }

  private static List<String> notes(LogSummary summary) {
    List<String> notes = new ArrayList<>(summary.notes().stream().map(FileNote::sentence).toList());
    if (summary.rowsRead() == 0 && summary.covers().isEmpty()) {
      notes.add(
          "There is no row and no stated period, so no month counts as submitted; use nil-return, or"
              + " state the period with --covers.");
    }
    return notes;
  }

  private static ImportRecords.Finished finished(
      LogSummary summary, Map<Integer, RowSum> sums, @Nullable String returnsFile) {
    List<Map<String, Object>> sheets = new ArrayList<>();
    Map<String, String> mapping = new LinkedHashMap<>();
    List<String> unmapped = new ArrayList<>();
    for (LogSheet sheet : summary.sheets()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("position", sheet.number());
      entry.put("sheet", sheet.name());
      entry.put("headerRow", sheet.headerRow());
      entry.put("rows", ImportedFile.rows(sums.getOrDefault(sheet.number(), NOTHING)));
      sheets.add(entry);
      sheet.mapping().forEach(mapping::putIfAbsent);
      sheet.unmapped().stream()
          .filter(heading -> !unmapped.contains(heading))
          .forEach(unmapped::add);
    }
    return new ImportRecords.Finished(
        summary.profile(),
        summary.mainSheet().name(),
        summary.mainSheet().headerRow(),
        sums.values().stream().reduce(NOTHING, FileImporter::plus),
        mapping,
        unmapped,
        sheets,
        notes(summary),
        returnsFile);
  }

  private static final RowSum NOTHING = new RowSum(0, 0, 0, 0, 0, 0, 0);

  private static RowSum plus(RowSum a, RowSum b) {
    return new RowSum(
        a.read() + b.read(),
        a.imported() + b.imported(),
        a.importedWithGaps() + b.importedWithGaps(),
        a.updated() + b.updated(),
        a.unchanged() + b.unchanged(),
        a.returned() + b.returned(),
        a.skipped() + b.skipped());
  }

  private ImportedFile refuse(
      Path file, ImportRecords.Arrival arrival, String sentence, ImportOptions options, long begun)
      throws IOException {
    if (options.dryRun()) {
      return refused(file, null, arrival.sha256(), sentence, begun);
    }
    archive.keep(file, arrival.sha256());
    long importId =
        inTransaction(
            () -> {
              long id = records.open(arrival, clock.instant());
              records.refuse(id, sentence, clock.instant());
              audit.append(
                  "import",
                  "refuse",
                  "import " + id,
                  AuditDetails.none().and("sha256", arrival.sha256()));
              return id;
            });
    return refused(file, importId, arrival.sha256(), sentence, begun);
  }

  private static ImportedFile refused(
      Path file, @Nullable Long importId, @Nullable String sha256, String sentence, long begun) {
    return new ImportedFile(
        file, importId, sha256, ImportedFile.Status.REFUSED, sentence, null, since(begun));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    T result = transactions.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("the register gave no answer");
    }
    return result;
  }

  private static double since(long begun) {
    return Math.round((System.nanoTime() - begun) / NANOS * 1000) / 1000.0;
  }

  /** Carries a refusal out of a transaction that must be undone. */
  private static final class BrokenOnTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refused refused;

    BrokenOnTheWay(Refused refused) {
      super(refused.why().name());
      this.refused = refused;
    }
  }
}

package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Opened;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.Refused;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.ImportRecords.Arrival;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.Rehearsal;
import org.breachledger.intake.store.RowSum;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.SavepointManager;

/**
 * Previews one file after another in one rehearsal; a file that breaks leaves the rehearsal as it
 * was before it.
 */
final class PreviewRun {

  private static final Logger LOG = LoggerFactory.getLogger(PreviewRun.class);

  private final LogReader reader;
  private final ImportRecords records;
  private final StoredAccessLog accesses;
  private final String policy;
  private final Supplier<Rehearsal> opening;
  private final SavepointManager savepoints;
  private final Set<String> taken = new HashSet<>();
  private @Nullable Rehearsal rehearsal;

  PreviewRun(
      LogReader reader,
      ImportRecords records,
      StoredAccessLog accesses,
      String policy,
      Supplier<Rehearsal> opening,
      SavepointManager savepoints) {
    this.reader = reader;
    this.records = records;
    this.accesses = accesses;
    this.policy = policy;
    this.opening = opening;
    this.savepoints = savepoints;
  }

  /** Previews the next file and gives its rows away. */
  ImportedFile file(Path file, ImportOptions options, PreviewSink sink) {
    long begun = System.nanoTime();
    if (!ArrivedFile.readable(file)) {
      return ArrivedFile.missing(file, Refusal.MISSING.said().sentence(), begun);
    }
    try {
      String name = String.valueOf(file.getFileName());
      return arrived(ArrivedFile.of(file, name, options, policy, begun), options, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportedFile arrived(ArrivedFile arrived, ImportOptions options, PreviewSink sink)
      throws IOException {
    Arrival arrival = arrived.arrival();
    if (taken.contains(arrival.sha256())) {
      return arrived.known(null);
    }
    Optional<Long> known = records.findTaken(arrival);
    if (known.isPresent()) {
      return arrived.known(known.get());
    }
    Opened opened =
        reader.open(
            arrived.file(),
            options.reading(arrived.file(), arrival.fileName(), records.mappings()));
    if (opened instanceof LogFile log) {
      try (log) {
        return guarded(arrived, now -> incidents(now, arrived, log, options, sink));
      }
    }
    if (opened instanceof AuditLog log) {
      try (log) {
        return guarded(arrived, now -> accesses(arrived, log));
      }
    }
    return arrived.refused(null, ((Refused) opened).sentence());
  }

  /** Opened for the first file that can be read: it costs more than many a refusal. */
  private Rehearsal rehearsal() {
    if (rehearsal == null) {
      rehearsal = opening.get();
    }
    return rehearsal;
  }

  /** Does what a bad file may break, then shows what came of it. */
  private ImportedFile guarded(
      ArrivedFile arrived, Function<Rehearsal, Supplier<ImportedFile>> work) {
    Rehearsal prepared = rehearsal();
    Object before = savepoints.createSavepoint();
    Supplier<ImportedFile> shown;
    try {
      shown = work.apply(prepared);
    } catch (BrokenOnTheWay broken) {
      savepoints.rollbackToSavepoint(before);
      return arrived.refused(null, broken.sentence());
    } catch (DataAccessResourceFailureException lost) {
      throw lost;
    } catch (RuntimeException fault) {
      LOG.error("a file could not be previewed", fault);
      savepoints.rollbackToSavepoint(before);
      return arrived.refused(null, FileImporter.FAILED);
    }
    savepoints.releaseSavepoint(before);
    taken.add(arrived.arrival().sha256());
    return shown.get();
  }

  /** Goes the way of an import, step by step. */
  private Supplier<ImportedFile> incidents(
      Rehearsal rehearsal,
      ArrivedFile arrived,
      LogFile log,
      ImportOptions options,
      PreviewSink sink) {
    LogSummary summary = log.summary();
    Instant at = options.asOf().instant();
    long importId = records.open(arrived.arrival(), at);
    LogRows rows = new LogRows(log, returned -> {});
    Map<Integer, RowSum> sums = rehearsal.take(importId, rows);
    Finished finished = FinishedImport.of(summary, sums, rows.notes(), null);
    records.finish(importId, finished, at);
    records.mappings().remember(importId, options.sender(), summary, at);
    return () -> shown(rehearsal, arrived, summary, finished, sink);
  }

  private ImportedFile shown(
      Rehearsal rehearsal,
      ArrivedFile arrived,
      LogSummary summary,
      Finished finished,
      PreviewSink sink) {
    PreviewedRows rows = new PreviewedRows(summary.sheets());
    rehearsal.forEach(
        row -> {
          rows.add(row);
          sink.take(arrived.file(), rows.sheet(row), row);
        });
    return arrived.previewed(finished, rows.done(), summary.guesses());
  }

  private Supplier<ImportedFile> accesses(ArrivedFile arrived, AuditLog log) {
    Finished finished = accesses.preview(log);
    return () -> arrived.previewed(finished, PreviewedFile.NOTHING, List.of());
  }
}

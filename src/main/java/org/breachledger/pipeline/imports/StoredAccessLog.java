package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.breachledger.casework.Signal;
import org.breachledger.casework.store.LogWatch;
import org.breachledger.casework.store.Signals;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.AuditSummary;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.RefusedFile;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.RowSum;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an access log in: its lines are counted and watched for signals, none of them is stored,
 * and no month counts as submitted by it.
 */
public final class StoredAccessLog {

  private final LogWatch watch;
  private final Signals signals;
  private final IncidentRegister register;
  private final ImportRecords records;
  private final AuditTrail audit;
  private final TransactionTemplate unkept;
  private final Clock clock;

  /** Takes logs in for the trust at work. */
  public StoredAccessLog(
      LogWatch watch,
      Signals signals,
      IncidentRegister register,
      ImportRecords records,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.watch = watch;
    this.signals = signals;
    this.register = register;
    this.records = records;
    this.audit = audit;
    this.unkept =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    this.unkept.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Puts a log on record under a new import number; call within a transaction.
   *
   * @throws BrokenOnTheWay where the file broke while it was read; the transaction must be undone
   */
  StoredLog.Taken store(ImportRecords.Arrival arrival, AuditLog log, ImportOptions options) {
    register.waitForTurn();
    Optional<Long> quicker = records.findTaken(arrival);
    if (quicker.isPresent()) {
      return new StoredLog.Taken(quicker.get(), null);
    }
    long importId = records.open(arrival, clock.instant());
    LogWatch.Watched watched = watched(log);
    int fresh = signals.keep(importId, watched.signals(), clock.instant());
    Finished finished = finished(log.summary(), watched, fresh);
    records.finish(importId, finished, clock.instant());
    audit.append(
        options.who(),
        "import",
        "import " + importId,
        AuditDetails.none()
            .and("sha256", arrival.sha256())
            .and("rows", finished.rows().read())
            .and("signals", fresh));
    return new StoredLog.Taken(importId, finished);
  }

  /**
   * What taking a log in would say, without a trace.
   *
   * @throws BrokenOnTheWay where the file broke while it was read
   */
  Finished preview(AuditLog log) {
    return Objects.requireNonNull(
        unkept.execute(
            status -> {
              status.setRollbackOnly();
              LogWatch.Watched watched = watched(log);
              return finished(log.summary(), watched, signals.fresh(watched.signals()));
            }));
  }

  private LogWatch.Watched watched(AuditLog log) {
    try {
      return watch.watch(log);
    } catch (RefusedFile broken) {
      throw new BrokenOnTheWay(broken.refused());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finished finished(AuditSummary summary, LogWatch.Watched watched, int fresh) {
    List<Map<String, Object>> sheets = new ArrayList<>();
    AuditSummary.@Nullable Sheet main = null;
    for (AuditSummary.Sheet sheet : summary.sheets()) {
      sheets.add(sheet(sheet, watched));
      main = main == null || lines(sheet, watched) > lines(main, watched) ? sheet : main;
    }
    List<String> notes = new ArrayList<>();
    notes.add(sentence(watched, fresh));
    notes.addAll(watched.notes());
    notes.addAll(summary.notes().stream().map(FileNote::sentence).toList());
    return new Finished(
        summary.profile(),
        main == null ? null : main.name(),
        main == null ? null : main.headerRow(),
        skipped(watched.lines().total()),
        summary.mapping(),
        summary.unmapped(),
        sheets,
        notes,
        null);
  }

  private static Map<String, Object> sheet(AuditSummary.Sheet sheet, LogWatch.Watched watched) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("position", sheet.number());
    entry.put("sheet", sheet.name());
    entry.put("headerRow", sheet.headerRow());
    entry.put("rows", ImportedFile.rows(skipped(lines(sheet, watched))));
    entry.put("signals", begunOn(sheet, watched.signals()));
    return entry;
  }

  private static int lines(AuditSummary.Sheet sheet, LogWatch.Watched watched) {
    return watched.lines().perSheet().getOrDefault(sheet.number(), 0);
  }

  private static int begunOn(AuditSummary.Sheet sheet, List<Signal> signals) {
    return (int)
        signals.stream().filter(signal -> signal.first().sheet() == sheet.number()).count();
  }

  private static RowSum skipped(int lines) {
    return new RowSum(lines, 0, 0, 0, 0, 0, lines);
  }

  private static String sentence(LogWatch.Watched watched, int fresh) {
    int lines = watched.lines().total();
    int found = watched.signals().size();
    int known = found - fresh;
    return "An access log: "
        + lines
        + (lines == 1 ? " line read, " : " lines read, ")
        + found
        + (found == 1 ? " signal" : " signals")
        + " for a person to judge"
        + (known > 0 ? ", " + known + " of them on record already" : "")
        + "; nothing is counted before one is promoted.";
  }
}

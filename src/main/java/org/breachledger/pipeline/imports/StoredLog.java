package org.breachledger.pipeline.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.RowSum;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * Stores a log with everything that is its own: rows, coverage, rows to fix, the entry of the audit
 * trail. Call within one transaction, so that it is stored whole or not at all.
 */
final class StoredLog {

  private final IncidentRegister register;
  private final ImportRecords records;
  private final ReturnedRows returnedRows;
  private final AuditTrail audit;
  private final VerdictsAtOnce verdicts;
  private final Clock clock;

  StoredLog(
      IncidentRegister register,
      ImportRecords records,
      ReturnedRows returnedRows,
      AuditTrail audit,
      VerdictsAtOnce verdicts,
      Clock clock) {
    this.register = register;
    this.records = records;
    this.returnedRows = returnedRows;
    this.audit = audit;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /** What a transaction stored; nothing finished where another import was quicker. */
  record Taken(long importId, ImportRecords.@Nullable Finished finished) {}

  /**
   * Stores a log under a new import number.
   *
   * @throws BrokenOnTheWay where the file broke while it was read; the transaction must be undone
   */
  Taken store(ImportRecords.Arrival arrival, LogFile log, ImportOptions options) {
    register.waitForTurn();
    Optional<Long> quicker = records.findTaken(arrival);
    if (quicker.isPresent()) {
      return new Taken(quicker.get(), null);
    }
    long importId = records.open(arrival, clock.instant());
    ImportRecords.Finished finished = rows(importId, log, options);
    records.finish(importId, finished, clock.instant());
    records.mappings().remember(importId, options.sender(), log.summary(), clock.instant());
    audit.append(
        options.who(),
        "import",
        "import " + importId,
        AuditDetails.none().and("sha256", arrival.sha256()).and("rows", finished.rows().read()));
    return new Taken(importId, finished);
  }

  private ImportRecords.Finished rows(long importId, LogFile log, ImportOptions options) {
    LogSummary summary = log.summary();
    try (ReturnedRows.Collected returned =
        returnedRows.begin(options.returns(), importId, summary)) {
      LogRows rows = new LogRows(log, returned::add);
      Map<Integer, RowSum> sums =
          register.take(
              importId,
              clock.instant(),
              options.asOf().day(),
              verdicts.begin(options.asOf()),
              rows);
      cover(importId, summary, options.asOf().day());
      return FinishedImport.of(summary, sums, rows.notes(), returned.finish());
    }
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
}

package org.breachledger.casework.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.breachledger.calendar.London;
import org.breachledger.casework.InOrder;
import org.breachledger.casework.Signal;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.SignalWatch;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.RefusedFile;

/**
 * Watches whole logs for signals: in one pass where a log is in order, from the oldest line or from
 * the newest; otherwise once more, sorted by the database. A log is read on while its lines are
 * watched. Call within a transaction.
 */
public final class LogWatch {

  private final SignalRules rules;
  private final DataSource dataSource;

  /** Watches under some rules. */
  public LogWatch(SignalRules rules, DataSource dataSource) {
    this.rules = rules;
    this.dataSource = dataSource;
  }

  /**
   * What a log has shown.
   *
   * @param lines how many lines were read and which could not be used
   * @param notes what the sender is told beside that
   */
  public record Watched(List<Signal> signals, AuditLines lines, List<String> notes) {}

  /**
   * Reads a log to its end.
   *
   * @throws RefusedFile where the file turns out to be broken
   */
  public Watched watch(AuditLog log) throws RefusedFile, IOException {
    LastYear last = new LastYear();
    SignalWatch watch = new SignalWatch(rules);
    InOrder order = new InOrder(watch, log.summary().newestFirst(), rules.disorder());
    AuditLines lines = readOn(log, event -> last.see(event) && order.take(event));
    if (!order.end()) {
      watch = new SignalWatch(rules);
      lines = sorted(log, watch, last);
    }
    List<Signal> found = watch.end();
    return told(found, lines, last);
  }

  private static AuditLines readOn(AuditLog log, AuditLog.Sink sink)
      throws RefusedFile, IOException {
    try (ReadOn events = new ReadOn(sink)) {
      AuditLines lines = log.read(events);
      events.finish();
      return lines;
    }
  }

  private AuditLines sorted(AuditLog log, SignalWatch watch, LastYear last)
      throws RefusedFile, IOException {
    return new SortedLines(dataSource).read(log, event -> last.see(event) && watch.take(event));
  }

  /** Times that are all midnight are days, and of days nothing can be told within minutes. */
  private Watched told(List<Signal> found, AuditLines lines, LastYear last) {
    List<String> notes = new ArrayList<>(lines.sentences());
    boolean daysOnly = lines.total() - lines.faulty() > 1 && !lines.hasTimeOfDay();
    if (daysOnly) {
      notes.add("No line has a time of day, so nothing was looked for; export the log with times.");
    }
    Integer known = rules.lastYearOfBankHolidays();
    if (known != null && last.year() > known) {
      notes.add(
          "Bank holidays are listed up to "
              + known
              + "; add later years to jobs/calendars/bank-holidays.csv.");
    }
    return new Watched(daysOnly ? List.of() : found, lines, notes);
  }

  /** The latest year in a log. */
  private static final class LastYear {

    private long latest = Long.MIN_VALUE;

    private boolean see(AuditEvent event) {
      latest = Math.max(latest, event.at());
      return true;
    }

    private int year() {
      return latest == Long.MIN_VALUE
          ? 0
          : java.time.Instant.ofEpochMilli(latest).atZone(London.ZONE).getYear();
    }
  }
}

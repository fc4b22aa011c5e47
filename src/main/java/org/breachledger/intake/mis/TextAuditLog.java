package org.breachledger.intake.mis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLines.Fault;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.AuditSummary;
import org.jspecify.annotations.Nullable;

/** An access log in a separated text file, streamed from its bytes. */
final class TextAuditLog implements AuditLog {

  private final Path file;
  private final TextEncoding encoding;
  private final char separator;
  private final AuditLayout layout;
  private final String school;
  private final AuditSummary summary;

  TextAuditLog(
      Path file, TextEncoding encoding, char separator, AuditLayout layout, @Nullable String school)
      throws IOException {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
    this.layout = layout;
    this.school = school == null ? "" : school;
    LogDirection direction = new LogDirection();
    new Reading(direction, false).run();
    this.summary =
        new AuditSummary(
            layout.profile().name(),
            List.of(new AuditSummary.Sheet(1, "", layout.headerRow())),
            layout.mapping(),
            layout.unmapped(),
            direction.newestFirst(),
            List.of());
  }

  @Override
  public AuditSummary summary() {
    return summary;
  }

  @Override
  public AuditLines read(Sink sink) throws IOException {
    return new Reading(sink, summary.newestFirst()).run();
  }

  @Override
  public void close() {
    // every reading opens and closes the file itself
  }

  /** One reading from the first line to the last that is wanted. */
  private final class Reading {

    private final Sink sink;
    private final LineClock clock;
    private final AuditLines sums = new AuditLines();
    private final Map<AuditField, TextPool> pools = new EnumMap<>(AuditField.class);
    private final Column account = new Column(AuditField.ACCOUNT);
    private final Column address = new Column(AuditField.ADDRESS);
    private final Column kind = new Column(AuditField.KIND);
    private final Column what = new Column(AuditField.WHAT);
    private final Column outcome = new Column(AuditField.OUTCOME);
    private final Column records = new Column(AuditField.RECORDS);
    private final Column whose = new Column(AuditField.SCHOOL);
    private final int[] when = layout.of(AuditField.WHEN);

    private Reading(Sink sink, boolean newestFirst) {
      this.sink = sink;
      this.clock = new LineClock(layout.profile().zone(), layout.dates(), newestFirst);
    }

    private AuditLines run() throws IOException {
      int last = layout.headerRow();
      try (ByteLines lines = new ByteLines(encoding.open(file), separator)) {
        boolean wanted = true;
        while (wanted && lines.next()) {
          if (lines.row() > layout.headerRow() && (lines.broken() || !lines.blank())) {
            last = lines.row();
            wanted = take(lines);
          }
        }
      }
      sums.count(1, last - layout.headerRow());
      return sums;
    }

    private boolean take(ByteLines lines) {
      if (lines.broken()) {
        sums.fault(Fault.BROKEN, 1, lines.row());
        return true;
      }
      if (!moment(lines)) {
        sums.fault(clock.fault(), 1, lines.row());
        return true;
      }
      if (clock.timeOfDay()) {
        sums.timeOfDay();
      }
      String named = whose.text(lines);
      return sink.take(
          new AuditEvent(
              1,
              lines.row(),
              clock.millis(),
              account.text(lines),
              address.text(lines),
              kind.text(lines),
              what.text(lines),
              outcome.text(lines),
              Records.in(records.text(lines)),
              named.isEmpty() ? school : named));
    }

    private boolean moment(ByteLines lines) {
      for (int column : when) {
        lines.cell(column);
        if (lines.end() > lines.begin()) {
          return clock.read(lines.bytes(), lines.begin(), lines.end());
        }
      }
      return clock.read(new byte[0], 0, 0);
    }

    /** The texts of one field, from the first of its columns that is filled. */
    private final class Column {

      private final int[] columns;
      private final String constant;
      private final TextPool pool;

      private Column(AuditField field) {
        this.columns = layout.of(field);
        this.constant = layout.constant(field);
        this.pool = pools.computeIfAbsent(field, any -> new TextPool(encoding.charset()));
      }

      private String text(ByteLines lines) {
        for (int column : columns) {
          lines.cell(column);
          if (lines.end() > lines.begin()) {
            return pool.text(lines.bytes(), lines.begin(), lines.end());
          }
        }
        return constant;
      }
    }
  }
}

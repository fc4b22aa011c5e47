package org.breachledger.pipeline.exports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.breachledger.calendar.London;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/** Signals as a table; whom one is about and why it was decided so are in no column. */
public final class SignalTable {

  /** The columns scripts rely on. */
  public static final List<String> COLUMNS =
      List.of(
          "signal_id",
          "state",
          "rule",
          "school",
          "from",
          "to",
          "lines",
          "records",
          "addresses",
          "evidence",
          "import_id",
          "first_row",
          "last_row",
          "raised_at",
          "decided_by",
          "decided_at",
          "incident_id");

  private SignalTable() {}

  /** The row of one signal, times in Europe/London. */
  public static List<@Nullable Object> row(StoredSignal signal) {
    return Arrays.asList(
        signal.id(),
        signal.state(),
        signal.rule(),
        new Outside(signal.school()),
        moment(signal.from()),
        moment(signal.to()),
        signal.lines(),
        signal.records(),
        signal.addresses(),
        signal.evidence(),
        signal.importId(),
        signal.first().row(),
        signal.last().row(),
        moment(signal.raisedAt()),
        signal.decidedBy() == null ? null : new Outside(signal.decidedBy()),
        moment(signal.decidedAt()),
        signal.incidentId());
  }

  private static @Nullable String moment(@Nullable Instant at) {
    return at == null ? null : London.written(at);
  }
}

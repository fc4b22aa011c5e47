package org.breachledger.intake.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes files in without a trace, to show what would become of their rows: the very statements of
 * an import on stand-ins of the register's tables, while the database refuses to write to the
 * register itself.
 *
 * <p>Several files may follow one another; each finds what those before it would have stored.
 */
public final class Rehearsal {

  private final JdbcClient jdbc;
  private final IncomingTable incoming;
  private final LocalDate today;
  private long last;

  private Rehearsal(JdbcClient jdbc, IncomingTable incoming, LocalDate today) {
    this.jdbc = jdbc;
    this.incoming = incoming;
    this.today = today;
  }

  /** Opens a rehearsal for the rest of the running transaction, which cannot write from then on. */
  static Rehearsal open(DataSource dataSource, JdbcClient jdbc, LocalDate today) {
    IncomingTable incoming = new IncomingTable(dataSource, jdbc, today, null, null);
    StandInTables.make(jdbc);
    jdbc.sql("set transaction read only").update();
    return new Rehearsal(jdbc, incoming, today);
  }

  /**
   * Takes the rows of the next file.
   *
   * @param importId its number, given after the rehearsal was opened: it is forgotten with it
   * @return what would become of them, by sheet position
   */
  public Map<Integer, RowSum> take(long importId, IncidentRegister.Rows rows) {
    incoming.empty();
    incoming.load(rows);
    StandInTables.bringIn(jdbc);
    new Matching(jdbc, new NewIncidents(jdbc, null))
        .run(importId, Instant.EPOCH, today, () -> false);
    last = importId;
    return RowSums.of(jdbc, importId);
  }

  /** Shows every row of the file taken last, in its order and a few at a time. */
  public void forEach(Consumer<PreviewRow> rows) {
    RehearsedRows.of(jdbc, last, rows);
  }
}

package org.breachledger.intake.store;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.intake.KnownRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a file's rows into the register [004 4.4]: call inside one transaction, so that a file is
 * stored whole or not at all.
 */
public final class IncidentRegister {

  private static final String TRUST = "current_trust()";

  /**
   * A silent last month needs a stated period or a nil return; a month not yet ended never counts.
   */
  private static final String COVER =
      """
      insert into coverage (trust_id, import_id, school_id, month)
      select %1$s, ?, s.school_id, m::date
      from (select case when ? then 0 else school_id end as school_id, min(day) as first
            from found where read = 'TAKEN' and day <= ?::date group by 1) s,
        generate_series(date_trunc('month', s.first)::date,
          (select max(day) from found where day <= ?::date), interval '1 month') m
      where m + interval '1 month' <= ?::date
      on conflict do nothing
      """
          .formatted(TRUST);

  private static final String COVER_STATED =
      """
      insert into coverage (trust_id, import_id, school_id, month)
      select %1$s, ?, s.school_id, m
      from (select distinct case when ? then 0 else school_id end as school_id
            from found where read = 'TAKEN') s,
        unnest(?::date[]) m
      where m + interval '1 month' <= ?::date
      on conflict do nothing
      """
          .formatted(TRUST);

  /** After as many rows the counts by which the database plans its work no longer hold. */
  private static final int MANY = 1000;

  /** What is found of some hundred thousand rows is joined in memory, for one import at a time. */
  private static final String ROOM = "set local work_mem = '64MB'";

  private final DataSource dataSource;
  private final JdbcClient jdbc;

  /** The register of the trust of the running transaction. */
  public IncidentRegister(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Gives rows away one by one; ends the stream whatever happens. */
  public interface Rows {
    /** Sends every row of the file to the register. */
    void sendTo(Consumer<IncomingRow> register) throws Exception;

    /**
     * Sends every row, but names those that are known. May be asked again.
     *
     * @param known asked on the thread that sends
     */
    default void sendTo(Consumer<IncomingRow> register, KnownRows known) throws Exception {
      sendTo(register);
    }
  }

  /**
   * Waits until no other import of this trust is at work, for the rest of the transaction: two that
   * bring the same incident must see each other.
   */
  public void waitForTurn() {
    ImportTurn.await(jdbc);
  }

  /**
   * Takes the rows of one import; what is new is left to be assessed.
   *
   * @param importId the import on record
   * @param at when it is done, for the history
   * @param today the London day of the import's as-of; a later day is a gap
   * @return what became of the rows, by sheet position
   */
  public Map<Integer, RowSum> take(long importId, Instant at, LocalDate today, Rows rows) {
    return take(importId, at, today, null, rows);
  }

  /**
   * The same, and stores what nobody knew with its first verdicts.
   *
   * @param verdicts null where all is left to be assessed
   */
  public Map<Integer, RowSum> take(
      long importId, Instant at, LocalDate today, @Nullable FirstVerdicts verdicts, Rows rows) {
    jdbc.sql(ROOM).update();
    String readBy = verdicts == null ? "" : verdicts.readBy();
    RowMemory memory = readBy.isEmpty() ? null : new RowMemory(dataSource, jdbc, readBy, today);
    IncomingTable incoming = new IncomingTable(dataSource, jdbc, today, verdicts, memory);
    incoming.load(rows);
    JudgedTable judged =
        verdicts == null ? null : new JudgedTable(dataSource, jdbc, verdicts, incoming.rows());
    new Matching(jdbc, new NewIncidents(jdbc, judged))
        .run(importId, at, today, () -> incoming.readDoubted(rows));
    Map<Integer, RowSum> sums = RowSums.of(jdbc, importId);
    RowSum sum = sums.values().stream().reduce(RowSum.NOTHING, RowSum::plus);
    if (sum.imported() + sum.importedWithGaps() >= MANY) {
      jdbc.sql("call count_register_anew()").update();
    } else if (sum.read() >= MANY) {
      jdbc.sql("call count_rows_anew()").update();
    }
    incoming.keepShapes(importId);
    if (memory != null && memory.keep(importId) >= MANY) {
      jdbc.sql("call count_prints_anew()").update();
    }
    return sums;
  }

  /**
   * Shows what files would bring, without a trace; call first in a transaction of its own that is
   * rolled back: from here on it cannot write.
   *
   * @param today the London day of the import's as-of
   */
  public Rehearsal rehearse(LocalDate today) {
    return Rehearsal.open(dataSource, jdbc, today);
  }

  /**
   * Records which months the rows just taken cover: exactly the stated ones where there are any,
   * else from each school's earliest row to the last month with any row in the log.
   *
   * @param allSchools whether the log would name any school that had an incident
   * @param today the London day of the import's as-of; its own month has not ended
   */
  public void cover(
      long importId, boolean allSchools, SortedSet<YearMonth> stated, LocalDate today) {
    if (stated.isEmpty()) {
      Date day = Date.valueOf(today);
      jdbc.sql(COVER).params(importId, allSchools, day, day, day).update();
      return;
    }
    String months =
        stated.stream().map(month -> month.atDay(1).toString()).collect(Collectors.joining(","));
    jdbc.sql(COVER_STATED)
        .params(importId, allSchools, "{" + months + "}", Date.valueOf(today))
        .update();
  }

  /**
   * Records the stated months of a school that has a sheet of its own, with or without rows; a
   * school nobody knows is put on the register to be confirmed.
   */
  public void coverSchool(
      long importId, String school, SortedSet<YearMonth> stated, LocalDate today) {
    SchoolRegister schools = new SchoolRegister(jdbc);
    int id = schools.find(school).orElseGet(() -> schools.toConfirm(school, importId));
    for (YearMonth month : stated) {
      if (!month.plusMonths(1).atDay(1).isAfter(today)) {
        jdbc.sql(
                "insert into coverage (import_id, school_id, month) values (?, ?, ?)"
                    + " on conflict do nothing")
            .params(importId, id, Date.valueOf(month.atDay(1)))
            .update();
      }
    }
  }
}

package org.breachledger.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.breachledger.casework.Signal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signals of the trust at work. Call within a transaction. */
public final class Signals {

  private static final int AT_ONCE = 1000;

  private final JdbcClient jdbc;

  /** The signals of the trust of the running transaction. */
  public Signals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what a log has shown. The same rule about the same account at the same school at
   * overlapping times is one signal: an open one that a later export shows longer grows, a decided
   * one stays as it was decided.
   *
   * @return how many are new
   */
  public int keep(long importId, List<Signal> found, Instant at) {
    return new FoundSignals(jdbc).keep(importId, found, at);
  }

  /** How many of these are not on record yet; keeps none. */
  public int fresh(List<Signal> found) {
    return new FoundSignals(jdbc).fresh(found);
  }

  /** The signals nobody has decided on, or all, by when they began. */
  public List<StoredSignal> list(boolean openOnly) {
    return byBeginning(openOnly).query(Signals::signal).list();
  }

  /** Hands on the signals nobody has decided on, by when they began. */
  public void eachOpen(Consumer<StoredSignal> reader) {
    byBeginning(true)
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              reader.accept(signal(row, row.getRow()));
            });
  }

  private JdbcClient.StatementSpec byBeginning(boolean openOnly) {
    return jdbc.sql(
            "select * from signal where (state = 'open' or not ?) order by window_from, signal_id")
        .param(openOnly);
  }

  /**
   * A stretch of the list people read: the open ones first, then by when they began, the newest
   * first.
   *
   * @param state open for those nobody has decided on, decided for the others, else both
   * @param before how many stand before the stretch
   */
  public List<StoredSignal> stretch(String state, int most, int before) {
    return jdbc.sql(
            """
            select * from signal
            where case ? when 'open' then state = 'open' when 'decided' then state <> 'open'
              else true end
            order by state <> 'open', window_from desc, signal_id desc limit ? offset ?
            """)
        .params(state, most, before)
        .query(Signals::signal)
        .list();
  }

  /** The signal of that number; empty where the trust has none. */
  public Optional<StoredSignal> find(long id) {
    return jdbc.sql("select * from signal where signal_id = ?")
        .param(id)
        .query(Signals::signal)
        .optional();
  }

  /** The signal of that number, which nobody else changes before the transaction ends. */
  Optional<StoredSignal> hold(long id) {
    return jdbc.sql("select * from signal where signal_id = ? for update")
        .param(id)
        .query(Signals::signal)
        .optional();
  }

  /** How many open signals there are. */
  public int open() {
    return jdbc.sql("select count(*) from signal where state = 'open'")
        .query(Integer.class)
        .single();
  }

  /** Puts a decision on record. */
  void decide(
      long id,
      String state,
      String by,
      Instant at,
      String why,
      @Nullable Long promotionImport,
      @Nullable Long incident) {
    jdbc.sql(
            """
            update signal set state = ?, decided_by = ?, decided_at = ?, why = ?,
              promotion_import_id = ?, incident_id = ?
            where signal_id = ?
            """)
        .param(state)
        .param(by)
        .param(Timestamp.from(at))
        .param(why)
        .param(promotionImport)
        .param(incident)
        .param(id)
        .update();
  }

  /**
   * How many open signals of schools under legal hold would go away if these imports were taken
   * back.
   */
  public long held(Collection<Long> imports) {
    String undone =
        imports.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    return jdbc.sql(
            """
            select count(*) from signal s
            where s.import_id = any (?::bigint[]) and s.state = 'open'
              and not exists (select from signal_seen e where e.signal_id = s.signal_id
                and e.import_id <> all (?::bigint[]))
              and exists (select from legal_hold h
                where h.school_id = s.school_id and h.incident_id is null
                  and not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id))
            """)
        .params(undone, undone)
        .query(Long.class)
        .single();
  }

  /**
   * Takes back what an import brought: open signals that no other log has shown go away, and a
   * signal whose promotion is taken back is open again. Call when the import is undone.
   *
   * @return how many open signals went away
   */
  public int takeBack(long importId) {
    jdbc.sql("delete from signal_seen where import_id = ?").param(importId).update();
    int gone =
        jdbc.sql(
                """
                delete from signal s where s.import_id = ? and s.state = 'open' and not exists (
                  select from signal_seen e where e.signal_id = s.signal_id)
                """)
            .param(importId)
            .update();
    jdbc.sql(
            """
            update signal s set import_id = e.import_id, sheet = e.sheet, row = e.row,
              last_sheet = e.last_sheet, last_row = e.last_row
            from (select distinct on (signal_id) * from signal_seen
              order by signal_id, import_id) e
            where s.import_id = ? and e.signal_id = s.signal_id
            """)
        .param(importId)
        .update();
    jdbc.sql(
            """
            update signal set state = 'open', decided_by = null, decided_at = null, why = null,
              promotion_import_id = null, incident_id = null
            where promotion_import_id = ?
            """)
        .param(importId)
        .update();
    return gone;
  }

  private static StoredSignal signal(ResultSet row, int number) throws SQLException {
    return new StoredSignal(
        row.getLong("signal_id"),
        row.getString("rule"),
        row.getString("title"),
        row.getString("breach_type"),
        row.getString("school_name"),
        row.getString("subject"),
        row.getTimestamp("window_from").toInstant(),
        row.getTimestamp("window_to").toInstant(),
        row.getInt("lines"),
        row.getLong("records"),
        row.getInt("addresses"),
        row.getString("evidence"),
        row.getLong("import_id"),
        new StoredSignal.Place(row.getInt("sheet"), row.getInt("row")),
        new StoredSignal.Place(row.getInt("last_sheet"), row.getInt("last_row")),
        row.getTimestamp("raised_at").toInstant(),
        row.getString("state"),
        row.getString("decided_by"),
        moment(row.getTimestamp("decided_at")),
        row.getString("why"),
        row.getObject("incident_id", Long.class));
  }

  private static @Nullable Instant moment(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}

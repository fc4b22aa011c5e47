package org.breachledger.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.breachledger.casework.Signal;
import org.breachledger.casework.SignalEvidence;
import org.breachledger.incident.FoldedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the signals of one log beside those on record, set-wise, so that none stands there twice.
 */
final class FoundSignals {

  private static final int AT_ONCE = 2000;

  private static final String CREATE =
      """
      create temp table if not exists found_signal (
        rule text, title text, breach_type text, school_name text, school_key text, subject text,
        subject_key text, window_from timestamptz, window_to timestamptz, lines int,
        records bigint, addresses int, evidence text, sheet int, row int, last_sheet int,
        last_row int, known boolean not null default false
      ) on commit drop
      """;

  private static final String FILL =
      """
      insert into found_signal (rule, title, breach_type, school_name, school_key, subject,
        subject_key, window_from, window_to, lines, records, addresses, evidence, sheet, row,
        last_sheet, last_row)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::bigint[], ?::int[], ?::text[],
        ?::int[], ?::int[], ?::int[], ?::int[])
      """;

  private static final String SAME =
      """
      s.trust_id = current_trust() and s.rule = f.rule and s.subject_key = f.subject_key
        and s.school_key = f.school_key and s.window_from <= f.window_to
        and s.window_to >= f.window_from
      """;

  private static final String KNOWN =
      "update found_signal f set known = true from signal s where " + SAME;

  private static final String SEEN =
      """
      insert into signal_seen (signal_id, import_id, sheet, row, last_sheet, last_row)
      select distinct on (s.signal_id) s.signal_id, ?, f.sheet, f.row, f.last_sheet, f.last_row
      from found_signal f join signal s on %s
      where f.known
      order by s.signal_id, f.window_from
      on conflict do nothing
      """
          .formatted(SAME);

  private static final String GROW =
      """
      update signal s set window_from = least(s.window_from, f.window_from),
        window_to = greatest(s.window_to, f.window_to), lines = greatest(s.lines, f.lines),
        records = greatest(s.records, f.records), addresses = greatest(s.addresses, f.addresses),
        evidence = case when f.lines > s.lines then f.evidence else s.evidence end
      from found_signal f
      where f.known and s.state = 'open' and %s
      """
          .formatted(SAME);

  private static final String RAISE =
      """
      with raised as (
        insert into signal (rule, title, breach_type, school_id, school_name, school_key, subject,
          subject_key, window_from, window_to, lines, records, addresses, evidence, import_id,
          sheet, row, last_sheet, last_row, raised_at)
        select f.rule, f.title, f.breach_type,
          coalesce(
            (select s.school_id from school s where s.name_key = f.school_key),
            (select a.school_id from school_alias a where a.alias_key = f.school_key)),
          f.school_name, f.school_key, f.subject, f.subject_key, f.window_from, f.window_to,
          f.lines, f.records, f.addresses, f.evidence, ?, f.sheet, f.row, f.last_sheet,
          f.last_row, ?
        from found_signal f where not f.known order by f.window_from, f.rule, f.subject_key
        returning signal_id, import_id, sheet, row, last_sheet, last_row)
      insert into signal_seen (signal_id, import_id, sheet, row, last_sheet, last_row)
      select * from raised
      """;

  private final JdbcClient jdbc;

  FoundSignals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many are not on record yet. */
  int fresh(List<Signal> found) {
    compare(found);
    return jdbc.sql("select count(*) from found_signal where not known")
        .query(Integer.class)
        .single();
  }

  /** Keeps those that are not on record yet, and what the others add to those that are. */
  int keep(long importId, List<Signal> found, Instant at) {
    compare(found);
    jdbc.sql(SEEN).param(importId).update();
    jdbc.sql(GROW).update();
    return jdbc.sql(RAISE).params(importId, Timestamp.from(at)).update();
  }

  private void compare(List<Signal> found) {
    jdbc.sql(CREATE).update();
    jdbc.sql("truncate found_signal").update();
    for (int from = 0; from < found.size(); from += AT_ONCE) {
      fill(found.subList(from, Math.min(found.size(), from + AT_ONCE)));
    }
    jdbc.sql("analyze found_signal").update();
    jdbc.sql(KNOWN).update();
  }

  private void fill(List<Signal> some) {
    jdbc.sql(FILL)
        .param(texts(some, signal -> signal.rule().code()))
        .param(texts(some, signal -> signal.rule().title()))
        .param(texts(some, signal -> signal.rule().breachType()))
        .param(texts(some, Signal::school))
        .param(texts(some, signal -> FoldedText.of(signal.school())))
        .param(texts(some, Signal::subject))
        .param(texts(some, signal -> key(signal.subject())))
        .param(texts(some, signal -> signal.from().toString()))
        .param(texts(some, signal -> signal.to().toString()))
        .param(some.stream().map(Signal::lines).toArray(Integer[]::new))
        .param(some.stream().map(Signal::records).toArray(Long[]::new))
        .param(some.stream().map(Signal::addresses).toArray(Integer[]::new))
        .param(texts(some, SignalEvidence::of))
        .param(some.stream().map(signal -> signal.first().sheet()).toArray(Integer[]::new))
        .param(some.stream().map(signal -> signal.first().row()).toArray(Integer[]::new))
        .param(some.stream().map(signal -> signal.last().sheet()).toArray(Integer[]::new))
        .param(some.stream().map(signal -> signal.last().row()).toArray(Integer[]::new))
        .update();
  }

  /** Only its case does not matter: a point or a dash makes another account. */
  private static String key(String subject) {
    return subject.toLowerCase(Locale.ROOT);
  }

  private static String[] texts(List<Signal> some, Function<Signal, String> text) {
    return some.stream().map(text).toArray(String[]::new);
  }
}

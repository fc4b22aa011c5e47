package org.breachledger.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.store.Signals;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for the Data Protection Officer now, the most pressing first. */
final class NeedsQueries {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final int RETURNS_DAYS = 31;

  private static final String INCIDENTS =
      """
      select count(*) filter (where overdue) as overdue, count(*) filter (where running) as running,
        count(*) filter (where needs_review) as review, count(*) filter (where review_due) as again
      from incident_glance where trust_id = current_trust()
      """;

  private static final String RETURNED =
      """
      select coalesce(sum(rows_returned), 0) from import_file
      where status = 'imported' and started_at > ?::timestamptz
      """;

  private static final String SILENT =
      """
      select count(*) from school s
      where s.confirmed
        and not exists (select from coverage c where c.month = ?::date
          and c.school_id in (0, s.school_id))
        and not exists (select from nil_return n where n.month = ?::date
          and n.school_id = s.school_id)
      """;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final Clock clock;

  NeedsQueries(JdbcClient jdbc, Reading reading, Clock clock) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * One thing that waits.
   *
   * @param words how much of what
   * @param toDo what to do next
   * @param at the page where it is done
   * @param pressing whether a deadline is broken
   */
  record Need(String words, String toDo, String at, boolean pressing) {}

  /** Everything that waits; empty where nothing does. */
  List<Need> list() {
    return reading.read(
        () -> {
          List<Need> needs = new ArrayList<>(ofIncidents());
          signals(needs);
          returned(needs);
          silent(needs);
          unconfirmed(needs);
          return needs;
        });
  }

  private List<Need> ofIncidents() {
    record Counts(int overdue, int running, int review, int again) {}
    Counts counts = jdbc.sql(INCIDENTS).query(Counts.class).single();
    List<Need> needs = new ArrayList<>();
    add(
        needs,
        counts.overdue(),
        "incident has a duty that is overdue",
        "incidents have a duty that is overdue",
        "Act, and record why it is late",
        "/incidents?wants=overdue",
        true);
    add(
        needs,
        counts.running(),
        "incident has a duty whose time runs",
        "incidents have a duty whose time runs",
        "Act before it is due",
        "/incidents?wants=running",
        false);
    add(
        needs,
        counts.review(),
        "incident has a type nobody can be sure of",
        "incidents have a type nobody can be sure of",
        "Confirm or correct it",
        "/types",
        false);
    add(
        needs,
        counts.again(),
        "incident comes back for its review after six months",
        "incidents come back for their review after six months",
        "Look what became of its type, and sign it off",
        "/incidents?wants=six-months",
        false);
    return needs;
  }

  private void signals(List<Need> needs) {
    add(
        needs,
        new Signals(jdbc).open(),
        "signal of an access log waits to be judged",
        "signals of access logs wait to be judged",
        "Make it an incident, or dismiss it with a reason",
        "/signals",
        false);
  }

  private void returned(List<Need> needs) {
    String since = clock.instant().minus(Duration.ofDays(RETURNS_DAYS)).toString();
    int rows = jdbc.sql(RETURNED).param(since).query(Integer.class).single();
    add(
        needs,
        rows,
        "row of the last month\u2019s imports came back",
        "rows of the last month\u2019s imports came back",
        "Mend them in the returns workbook and import it",
        "/imports",
        false);
  }

  private void silent(List<Need> needs) {
    YearMonth last = YearMonth.from(AsOf.from(clock).day()).minusMonths(1);
    LocalDate month = last.atDay(1);
    int schools = jdbc.sql(SILENT).params(month, month).query(Integer.class).single();
    String in = " nothing for " + MONTH.format(last);
    add(
        needs,
        schools,
        "school submitted" + in,
        "schools submitted" + in,
        "Import their log or record a nil return",
        "/schools",
        false);
  }

  private void unconfirmed(List<Need> needs) {
    int schools =
        jdbc.sql("select count(*) from school where not confirmed").query(Integer.class).single();
    add(
        needs,
        schools,
        "school waits to be confirmed",
        "schools wait to be confirmed",
        "Add it to the trust\u2019s list, or name it there as another name of a school",
        "/schools",
        false);
  }

  private static void add(
      List<Need> needs,
      int count,
      String one,
      String many,
      String toDo,
      String at,
      boolean pressing) {
    if (count > 0) {
      String number = String.format(Locale.UK, "%,d ", count);
      needs.add(new Need(number + (count == 1 ? one : many), toDo, at, pressing));
    }
  }
}

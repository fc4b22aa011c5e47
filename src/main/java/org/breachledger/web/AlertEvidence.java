package org.breachledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breachledger.calendar.Windows;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.TypeVerdict;
import org.breachledger.reporting.store.KeptTrends;
import org.breachledger.reporting.store.KeptTrends.Kept;
import org.breachledger.reporting.store.PaperWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an alert rests on: the row of the comparison that raised it, as it was kept. What the record
 * holds by now is not looked at.
 */
final class AlertEvidence {

  /** The last comparison before the alert was raised that says what the alert says. */
  private static final String ROW =
      """
      select r.*, coalesce(a.school_id, 0) as place from alert a
      join recurrence_result r on r.school_id = coalesce(a.school_id, 0)
        and r.breach_type = a.breach_type and r.sub_type = ''
        and r.window_start = a.window_start and r.window_middle = a.window_middle
        and r.window_end = a.anchor and r.verdict = a.verdict
        and coalesce(r.compared_previous, r.previous) = a.previous
        and coalesce(r.compared_current, r.current) = a.current
      join job_manifest m on m.manifest_id = r.manifest_id and m.started_at <= a.raised_at
      where a.alert_id = ? order by r.manifest_id desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final KeptTrends kept;

  AlertEvidence(JdbcClient jdbc, Reading reading, PaperWords words) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.kept = new KeptTrends(jdbc, words);
  }

  /** One line of the table: what was measured, and what was found. */
  record Line(String what, String found) {}

  /**
   * What the comparison kept.
   *
   * @param months null where an older program kept the comparison
   * @param parts the sub-types that happened in either half
   * @param compared what the verdict leaves out of these numbers; empty where it leaves out nothing
   * @param previousAt where the incidents of the half before are listed; empty where this account
   *     sees none, and where the verdict counts some of them only
   */
  record Behind(
      @Nullable MonthChart months,
      List<TypeVerdict> parts,
      List<Line> lines,
      String compared,
      String previousAt,
      String currentAt) {}

  private record Raised(
      long manifest,
      int place,
      String type,
      Windows windows,
      OptionalDouble ratio,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble p) {}

  /** What is behind the alert of that number; empty where no comparison of it is kept. */
  Optional<Behind> find(SignedIn me, long alertId) {
    return reading.read(() -> raised(alertId).map(raised -> behind(me, raised)));
  }

  private Optional<Raised> raised(long alertId) {
    return jdbc.sql(ROW)
        .param(alertId)
        .query(
            (row, number) ->
                new Raised(
                    row.getLong("manifest_id"),
                    row.getInt("place"),
                    row.getString("breach_type"),
                    new Windows(
                        row.getObject("window_start", LocalDate.class),
                        row.getObject("window_middle", LocalDate.class),
                        row.getObject("window_end", LocalDate.class)),
                    optional(row.getObject("rate_ratio", Double.class)),
                    optional(row.getObject("ci_low", Double.class)),
                    optional(row.getObject("ci_high", Double.class)),
                    optional(row.getObject("p_two_sided", Double.class))))
        .optional();
  }

  private static OptionalDouble optional(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private Behind behind(SignedIn me, Raised raised) {
    List<Kept> rows =
        kept.rows(raised.manifest(), raised.place()).stream()
            .filter(row -> row.code().equals(raised.type()))
            .toList();
    List<Kept> whole = rows.stream().filter(Kept::whole).toList();
    Windows windows = raised.windows();
    TypeVerdict type = whole.get(0).said();
    boolean some = type.judged().ofSome();
    List<MonthCount> months = kept.months(whole, windows, raised.place(), raised.manifest());
    return new Behind(
        months.isEmpty() ? null : MonthChart.of(months, new Halves(windows)),
        rows.stream().filter(row -> !row.whole()).map(Kept::said).toList(),
        lines(raised, whole.get(0)),
        some ? compared(type) : "",
        some ? "" : incidents(me, raised, windows.start(), windows.middle()),
        some ? "" : incidents(me, raised, windows.middle(), windows.end()));
  }

  private static String incidents(SignedIn me, Raised raised, LocalDate from, LocalDate end) {
    return IncidentFilter.counted(me, raised.place(), raised.type(), from, end);
  }

  private static String compared(TypeVerdict type) {
    int out = type.judged().leftOut();
    return "The verdict compares the schools that submitted every month and leaves out "
        + out
        + (out == 1 ? " school" : " schools")
        + ". Of all schools, which the months and parts here show, it was "
        + type.previous()
        + " before and "
        + type.current()
        + " now.";
  }

  private static List<Line> lines(Raised raised, Kept whole) {
    return List.of(
        new Line("How often, this half to the half before", ratio(raised)),
        new Line(
            "Chance of a difference this great if nothing had changed", probability(raised.p())),
        new Line(
            "Near misses",
            whole.nearMissesPrevious() + " before, " + whole.nearMissesCurrent() + " now"));
  }

  private static String ratio(Raised raised) {
    if (raised.ratio().isEmpty()) {
      return "none before, so there is no ratio";
    }
    String most = raised.high().isEmpty() ? "any number" : number(raised.high().getAsDouble());
    return number(raised.ratio().getAsDouble())
        + " times; anything from "
        + number(raised.low().orElse(0))
        + " to "
        + most
        + " times fits these numbers (95 % interval)";
  }

  private static String probability(OptionalDouble p) {
    if (p.isEmpty()) {
      return "cannot be told";
    }
    return p.getAsDouble() < 0.001
        ? "below 1 in 1,000"
        : String.format(Locale.UK, "%.1f %%", p.getAsDouble() * 100);
  }

  private static String number(double value) {
    return String.format(Locale.UK, "%.1f", value);
  }
}

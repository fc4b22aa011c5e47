package org.breachledger.web;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.Printable;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.TypeSentences;
import org.breachledger.reporting.TypeVerdict;
import org.breachledger.reporting.store.KeptTrends;
import org.breachledger.reporting.store.KeptTrends.Kept;
import org.breachledger.reporting.store.KeptTrends.Run;
import org.breachledger.reporting.store.PaperWords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest kept comparison, each role as far as its papers go. */
final class TrendQueries {

  private static final String ALL = "All schools";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private final JdbcClient jdbc;
  private final Reading reading;
  private final KeptTrends kept;

  TrendQueries(JdbcClient jdbc, Reading reading, PaperWords words) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.kept = new KeptTrends(jdbc, words);
  }

  /** A school to choose, as papers call it; 0 for all schools. */
  record Place(int id, String name) {}

  /**
   * The schools this account may choose from, all schools first; its own alone where it has one.
   */
  List<Place> places(SignedIn me) {
    List<Place> places = new ArrayList<>();
    if (me.may(Right.TRENDS)) {
      places.add(new Place(0, ALL));
    }
    reading
        .read(
            () ->
                jdbc.sql("select school_id, name, confirmed from school order by name, school_id")
                    .query(
                        (row, number) ->
                            new Place(
                                row.getInt("school_id"),
                                Printable.school(
                                    row.getString("name"),
                                    row.getBoolean("confirmed"),
                                    row.getInt("school_id"))))
                    .list())
        .stream()
        .filter(place -> me.may(Right.TRENDS) || Integer.valueOf(place.id()).equals(me.schoolId()))
        .forEach(places::add);
    return places;
  }

  /** The newest comparison of a place this account may see; empty where no run kept one. */
  Optional<TrendView> find(SignedIn me, Place place, AsOf asOf) {
    return reading.read(() -> kept.newest(asOf).flatMap(run -> view(me, place, run)));
  }

  /** How far the newest comparison could judge the types of each school. */
  Judged judged(AsOf asOf) {
    return reading.read(
        () ->
            kept.newest(asOf)
                .map(
                    run ->
                        new Judged(
                            Shown.day(run.windows().end().minusDays(1)),
                            kept.withheld(run.manifest())))
                .orElse(Judged.NEVER));
  }

  private Optional<TrendView> view(SignedIn me, Place place, Run run) {
    List<Kept> whole = kept.rows(run.manifest(), place.id()).stream().filter(Kept::whole).toList();
    return whole.isEmpty() ? Optional.empty() : Optional.of(view(me, place, run, whole));
  }

  private TrendView view(SignedIn me, Place place, Run run, List<Kept> whole) {
    Halves halves = new Halves(run.windows());
    List<TypeVerdict> all = whole.stream().map(Kept::said).toList();
    List<TypeVerdict> happened =
        TypeVerdict.urgentFirst(all).stream().filter(TypeVerdict::happened).toList();
    List<MonthCount> months = kept.months(whole, run.windows(), place.id(), run.manifest());
    Set<YearMonth> silent = kept.silent(run.manifest(), run.windows().months(), place.id());
    Map<TypeVerdict, String> codes = new HashMap<>();
    whole.forEach(one -> codes.put(one.said(), one.code()));
    Map<String, Long> alerts = me.may(Right.ALERTS) ? alerts(place, run) : Map.of();
    return new TrendView(
        place.id(),
        place.name(),
        halves.previousWords(),
        halves.currentWords(),
        Shown.moment(run.asOf()),
        run.windows().end().toString(),
        happened.stream()
            .map(one -> row(me, place, run.windows(), codes.getOrDefault(one, ""), one, alerts))
            .toList(),
        new TypeSentences(TypeVerdict.urgentFirst(all)).quiet(silent.isEmpty()),
        run.windows().months().stream()
            .filter(silent::contains)
            .map(MONTH::format)
            .collect(Collectors.joining(", ")),
        happened.isEmpty() ? null : PairChart.of(happened),
        months.isEmpty() ? null : MonthChart.of(months, halves),
        people(me, place.id(), run.windows().end()));
  }

  private TrendView.Row row(
      SignedIn me,
      Place place,
      Windows windows,
      String code,
      TypeVerdict said,
      Map<String, Long> alerts) {
    Long alert = alerts.get(code);
    return new TrendView.Row(
        said,
        IncidentFilter.counted(me, place.id(), code, windows.start(), windows.middle()),
        IncidentFilter.counted(me, place.id(), code, windows.middle(), windows.end()),
        alert == null ? "" : "/alerts/" + alert);
  }

  private Map<String, Long> alerts(Place place, Run run) {
    Map<String, Long> alerts = new HashMap<>();
    jdbc.sql(
            "select breach_type, alert_id from alert where coalesce(school_id, 0) = ? and anchor ="
                + " ?")
        .params(place.id(), Date.valueOf(run.windows().end()))
        .query(
            row -> {
              alerts.put(row.getString(1), row.getLong(2));
            });
    return alerts;
  }

  /** What a paper prints of them, for those who may read that paper. */
  private List<PeopleAffected.Row> people(SignedIn me, int school, LocalDate anchor) {
    boolean reads =
        school == 0
            ? me.may(Right.BOARD_PAPERS)
            : me.may(Right.SCHOOL_PAPERS)
                || (me.may(Right.OWN_PAPERS) && Integer.valueOf(school).equals(me.schoolId()));
    return reads ? kept.people(school, anchor) : List.of();
  }
}

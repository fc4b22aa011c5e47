package org.breachledger.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.breachledger.web.TrendQueries.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether breaches became fewer: this half against the half before, by breach type [002]. */
@Page
class TrendPages {

  /** The columns of the table to take away; people as the paper prints them. */
  static final List<String> COLUMNS =
      List.of(
          "school",
          "breach_type",
          "half_before",
          "this_half",
          "previous",
          "current",
          "change",
          "verdict",
          "evidence",
          "people_previous",
          "people_current");

  private final TrendQueries trends;
  private final Clock clock;

  TrendPages(TrendQueries trends, Clock clock) {
    this.trends = trends;
    this.clock = clock;
  }

  @GetMapping("/trends")
  String trends(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String school,
      Model model) {
    List<Place> places = trends.places(me);
    Place place = chosen(places, school);
    model.addAttribute("places", me.may(Right.TRENDS) ? places : List.of());
    model.addAttribute("place", place);
    trends.find(me, place, AsOf.from(clock)).ifPresent(trend -> model.addAttribute("trend", trend));
    return "trends";
  }

  @GetMapping("/trends/table")
  ResponseEntity<byte[]> table(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String as) {
    TrendView trend =
        trends
            .find(me, chosen(trends.places(me), school), AsOf.from(clock))
            .orElseThrow(NotThere::new);
    return TableDownload.of(as, "trends-" + trend.anchor(), COLUMNS, rows(trend));
  }

  /**
   * The place of that number, the first where none is asked for; a school of others is not there.
   */
  private static Place chosen(List<Place> places, String school) {
    return places.stream()
        .filter(place -> school.isEmpty() || school.equals(Integer.toString(place.id())))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private static List<List<@Nullable Object>> rows(TrendView trend) {
    Map<String, PeopleAffected.Row> people =
        trend.people().stream()
            .collect(
                Collectors.toMap(
                    PeopleAffected.Row::title, Function.identity(), (first, second) -> first));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TrendView.Row row : trend.rows()) {
      PeopleAffected.@Nullable Row printed = people.get(row.said().title());
      rows.add(
          Arrays.asList(
              new Outside(trend.place()),
              new Outside(row.said().title()),
              trend.before(),
              trend.now(),
              row.said().previous(),
              row.said().current(),
              row.said().current() - row.said().previous(),
              row.said().verdictWords(),
              row.said().evidence(),
              printed == null ? null : printed.previous(),
              printed == null ? null : printed.current()));
    }
    return rows;
  }
}

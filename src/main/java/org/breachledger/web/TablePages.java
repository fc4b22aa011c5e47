package org.breachledger.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The tables of pages as workbook and CSV: what the page shows to this account, all of it, and no
 * more.
 */
@Page
class TablePages {

  /** More than a spreadsheet is read for; a longer list is narrowed first. */
  static final int MOST = 100_000;

  private final RunQueries runs;
  private final ImportQueries imports;
  private final AlertQueries alerts;
  private final SchoolQueries schools;
  private final IncidentQueries incidents;
  private final Clock clock;

  TablePages(
      RunQueries runs,
      ImportQueries imports,
      AlertQueries alerts,
      SchoolQueries schools,
      IncidentQueries incidents,
      Clock clock) {
    this.runs = runs;
    this.imports = imports;
    this.alerts = alerts;
    this.schools = schools;
    this.incidents = incidents;
    this.clock = clock;
  }

  @GetMapping("/runs/table")
  ResponseEntity<byte[]> runs(@RequestParam(defaultValue = "") String as) {
    return table(
        as,
        "runs",
        List.of("run", "job", "for", "edition", "status", "started", "finished"),
        runs.newest(MOST),
        run ->
            row(
                run.id(),
                run.job(),
                run.businessDay(),
                run.edition(),
                run.status(),
                run.started(),
                run.finished()));
  }

  /** What the files were called is for those who may see what they said. */
  @GetMapping("/imports/table")
  ResponseEntity<byte[]> imports(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String as) {
    boolean named = me.may(Right.UPLOADS);
    return table(
        as,
        "imports",
        List.of(
            "import",
            "file",
            "status",
            "started",
            "read",
            "imported",
            "with_gaps",
            "updated",
            "unchanged",
            "returned",
            "skipped"),
        imports.newest(MOST),
        one ->
            row(
                one.id(),
                named ? new Outside(one.fileName()) : null,
                one.status(),
                one.started(),
                one.rows().read(),
                one.rows().imported(),
                one.rows().withGaps(),
                one.rows().updated(),
                one.rows().unchanged(),
                one.rows().returned(),
                one.rows().skipped()));
  }

  @GetMapping("/alerts/table")
  ResponseEntity<byte[]> alerts(@RequestParam(defaultValue = "") String as) {
    return table(
        as,
        "alerts",
        List.of(
            "alert", "type", "where", "verdict", "before", "now", "from", "to", "state", "raised"),
        alerts.list(),
        one ->
            row(
                one.id(),
                one.type(),
                new Outside(one.where()),
                one.verdict(),
                one.previous(),
                one.current(),
                one.from(),
                one.lastDay(),
                one.state(),
                one.raised()));
  }

  @GetMapping("/schools/table")
  ResponseEntity<byte[]> schools(@RequestParam(defaultValue = "") String as) {
    return table(
        as,
        "schools",
        List.of("number", "name", "confirmed", "incidents", "months_not_submitted"),
        schools.sent(YearMonth.from(AsOf.from(clock).day()).minusMonths(1)),
        one ->
            row(
                one.number(),
                new Outside(one.name()),
                one.confirmed(),
                one.incidents(),
                one.silence()));
  }

  @GetMapping("/incidents/table")
  ResponseEntity<byte[]> incidents(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> search,
      @RequestParam(defaultValue = "") String as) {
    return table(
        as,
        "incidents",
        List.of(
            "reference", "school", "day", "type", "score", "level", "case", "counted_as", "review"),
        incidents.all(me, IncidentFilter.of(search), MOST),
        one ->
            row(
                new Outside(one.reference()),
                new Outside(one.school()),
                one.day(),
                one.type(),
                one.score(),
                one.level(),
                one.state(),
                one.counted(),
                one.review()));
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  private static <T> ResponseEntity<byte[]> table(
      String as,
      String name,
      List<String> columns,
      List<T> rows,
      Function<T, List<@Nullable Object>> row) {
    return TableDownload.of(as, name, columns, rows.stream().map(row).toList());
  }
}

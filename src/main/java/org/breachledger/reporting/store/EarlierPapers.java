package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.reporting.HalfVerdict;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.NearMisses;
import org.breachledger.reporting.PublishedFigures;
import org.breachledger.reporting.RestatedFigure;
import org.breachledger.reporting.RestatedVerdict;
import org.breachledger.reporting.Restatement;
import org.breachledger.reporting.TraceLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What papers published before gave of the halves of a new one. For each half the newest paper of
 * the same kind and school speaks: what an edition in between has put right is not said again.
 */
final class EarlierPapers {

  private final JdbcClient jdbc;
  private final Halves halves;
  private final PaperWords words;
  private final List<ComparedType> compared;
  private final FiguresThen then;
  private final Map<Long, List<KeptRow>> kept = new HashMap<>();

  EarlierPapers(
      JdbcClient jdbc,
      Halves halves,
      PaperWords words,
      List<ComparedType> compared,
      List<HalfIncident> incidents,
      Map<Integer, String> schools) {
    this.jdbc = jdbc;
    this.halves = halves;
    this.words = words;
    this.compared = compared;
    this.then = new FiguresThen(jdbc, halves, words, compared, incidents, schools);
  }

  /**
   * What is no longer right of them.
   *
   * @param report the paper's kind
   * @param schoolId 0 for the paper about all schools, which gives each school's counts as well
   * @param nearMisses what the new paper gives
   */
  Restatement of(String report, int schoolId, NearMisses nearMisses) {
    List<PublishedFigures> published = new ArrayList<>();
    List<RestatedVerdict> verdicts = List.of();
    boolean tables = false;
    for (boolean thisHalf : new boolean[] {false, true}) {
      Optional<EarlierPaper> found =
          EarlierPaper.find(jdbc, report, schoolId, then.from(thisHalf), then.to(thisHalf));
      if (found.isPresent()) {
        EarlierPaper paper = found.get();
        List<KeptRow> rows = kept(paper.run());
        published.add(then.figures(paper, rows, schoolId, thisHalf, nearMisses));
        tables |= otherTables(paper);
        if (thisHalf && paper.windows().equals(halves.windows())) {
          verdicts = verdicts(rows, schoolId);
        }
      }
    }
    return PublishedFigures.restatement(published, verdicts, halves, then.school(schoolId), tables);
  }

  /**
   * The incidents behind counts that are no longer right, as far as they were recorded since.
   *
   * @param restated what the paper about the same school says
   * @param line the line of an incident under a figure
   */
  List<TraceLine> since(
      String report,
      int schoolId,
      Restatement restated,
      BiFunction<HalfIncident, String, TraceLine> line) {
    List<TraceLine> lines = new ArrayList<>();
    for (RestatedFigure figure : restated.figures()) {
      EarlierPaper paper =
          EarlierPaper.find(
                  jdbc, report, schoolId, then.from(figure.thisHalf()), then.to(figure.thisHalf()))
              .orElseThrow();
      compared.stream()
          .filter(row -> row.whole() && (schoolId == 0 || row.schoolId() == schoolId))
          .filter(row -> then.school(row.schoolId()).equals(figure.school()))
          .filter(row -> words.type(row.breachType()).equals(figure.type()))
          .flatMap(
              row ->
                  then.since(paper, row.schoolId(), row.breachType(), figure.thisHalf()).stream())
          .map(one -> line.apply(one, figure.schoolWords() + ": " + figure.type()))
          .forEach(lines::add);
    }
    return lines;
  }

  /** The papers of one run printed one comparison. */
  private List<KeptRow> kept(long run) {
    return kept.computeIfAbsent(run, one -> KeptComparison.of(jdbc, one));
  }

  /** Verdicts of the paper's own scope; incidents without a type have none. */
  private List<RestatedVerdict> verdicts(List<KeptRow> rows, int schoolId) {
    Map<String, String> before = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.subType().isEmpty() && row.schoolId() == schoolId)
        .forEach(row -> before.put(row.breachType(), row.verdict()));
    return compared.stream()
        .filter(row -> row.whole() && row.schoolId() == schoolId)
        .filter(row -> !row.breachType().equals(BreachType.UNTYPED))
        .filter(row -> before.containsKey(row.breachType()))
        .map(
            row ->
                new RestatedVerdict(
                    words.type(row.breachType()),
                    HalfVerdict.valueOf(before.getOrDefault(row.breachType(), "")),
                    HalfVerdict.valueOf(row.verdict()),
                    row.titled("").judged().ofSome()))
        .toList();
  }

  /** Whether the tables of the newest run are others than those the paper was made by. */
  private boolean otherTables(EarlierPaper paper) {
    return jdbc.sql(
            "select rules_id from job_manifest where rules_id is not null"
                + " order by manifest_id desc limit 1")
        .query(Integer.class)
        .optional()
        .filter(newest -> paper.rulesId() != null && !Objects.equals(newest, paper.rulesId()))
        .isPresent();
  }
}

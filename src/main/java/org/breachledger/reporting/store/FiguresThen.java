package org.breachledger.reporting.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.breachledger.incident.Printable;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.NearMisses;
import org.breachledger.reporting.PublishedFigures;
import org.breachledger.reporting.RestatedFigure;
import org.breachledger.reporting.RestatedHalf.NearMissesThen;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts an earlier paper gave, beside those of the new one. */
final class FiguresThen {

  private final JdbcClient jdbc;
  private final Halves halves;
  private final PaperWords words;
  private final List<ComparedType> compared;
  private final List<HalfIncident> incidents;
  private final Map<Integer, String> schools;

  FiguresThen(
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
    this.incidents = incidents;
    this.schools = schools;
  }

  /** The first day of a half. */
  LocalDate from(boolean thisHalf) {
    return thisHalf ? halves.middle() : halves.start();
  }

  /** The day after the last of a half. */
  LocalDate to(boolean thisHalf) {
    return thisHalf ? halves.end() : halves.middle();
  }

  /**
   * What an earlier paper gave of a half, beside what is right now.
   *
   * @param kept the comparison the paper printed
   * @param schoolId 0 for all schools and each of them
   * @param nearMisses what the new paper gives
   */
  PublishedFigures figures(
      EarlierPaper paper,
      List<KeptRow> kept,
      int schoolId,
      boolean thisHalf,
      NearMisses nearMisses) {
    boolean asCurrent = paper.windows().middle().equals(from(thisHalf));
    Map<String, KeptRow> then = new LinkedHashMap<>();
    kept.stream()
        .filter(row -> row.subType().isEmpty() && (schoolId == 0 || row.schoolId() == schoolId))
        .forEach(row -> then.put(key(row.schoolId(), row.breachType()), row));
    List<RestatedFigure> figures = new ArrayList<>();
    for (ComparedType row : compared) {
      if (row.whole() && (schoolId == 0 || row.schoolId() == schoolId)) {
        KeptRow before = then.remove(key(row.schoolId(), row.breachType()));
        figures.add(
            figure(
                paper,
                row.schoolId(),
                row.breachType(),
                thisHalf,
                before == null ? 0 : count(before, asCurrent),
                thisHalf ? row.current() : row.previous()));
      }
    }
    then.values()
        .forEach(
            gone ->
                figures.add(
                    new RestatedFigure(
                        name(gone),
                        words.type(gone.breachType()),
                        thisHalf,
                        count(gone, asCurrent),
                        0,
                        0)));
    return new PublishedFigures(
        thisHalf,
        paper.edition(),
        paper.dataAsAt(),
        figures,
        new NearMissesThen(
            nearMisses(paper.run(), schoolId, asCurrent),
            thisHalf ? nearMisses.current() : nearMisses.previous()));
  }

  private RestatedFigure figure(
      EarlierPaper paper, int schoolId, String type, boolean thisHalf, int published, int now) {
    return new RestatedFigure(
        school(schoolId),
        words.type(type),
        thisHalf,
        published,
        now,
        published == now ? 0 : since(paper, schoolId, type, thisHalf).size());
  }

  /** The incidents of a half that were recorded after an earlier paper was published. */
  List<HalfIncident> since(EarlierPaper paper, int schoolId, String type, boolean thisHalf) {
    Predicate<HalfIncident> counted =
        incident ->
            incident.counted()
                && incident.breachType().equals(type)
                && (schoolId == 0 || incident.schoolId() == schoolId)
                && incident.in(from(thisHalf), to(thisHalf))
                && incident.recordedAt().isAfter(paper.publishedAt());
    return incidents.stream().filter(counted).toList();
  }

  /** The name of a school; {@link AlertPack#ALL} for school 0. */
  String school(int schoolId) {
    return schoolId == 0 ? AlertPack.ALL : schools.getOrDefault(schoolId, "");
  }

  private static int count(KeptRow row, boolean asCurrent) {
    return asCurrent ? row.current() : row.previous();
  }

  private static String key(int schoolId, String type) {
    return schoolId + "\n" + type;
  }

  private String name(KeptRow row) {
    return row.schoolId() == 0
        ? AlertPack.ALL
        : schools.getOrDefault(
            row.schoolId(), Printable.school(row.school(), false, row.schoolId()));
  }

  private int nearMisses(long run, int schoolId, boolean asCurrent) {
    return jdbc.sql(
            "select coalesce(sum("
                + (asCurrent ? "near_misses_current" : "near_misses_previous")
                + "), 0) from recurrence_result"
                + " where manifest_id = ? and school_id = ? and sub_type = ''")
        .params(run, schoolId)
        .query(Integer.class)
        .single();
  }
}

package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;

/**
 * What an earlier paper gave of one half, beside what is right now.
 *
 * @param thisHalf which of the new paper's halves it is
 * @param edition the earlier paper's edition
 * @param dataAsAt when the earlier paper's data was taken
 * @param figures every count the earlier paper gave or the new one gives of that half, whether or
 *     not they differ
 */
public record PublishedFigures(
    boolean thisHalf,
    int edition,
    AsOf dataAsAt,
    List<RestatedFigure> figures,
    RestatedHalf.NearMissesThen nearMisses) {

  /** Copies the figures. */
  public PublishedFigures {
    figures = List.copyOf(figures);
  }

  /** The counts that differ, all schools first, then by school and type. */
  public List<RestatedFigure> different() {
    return figures.stream()
        .filter(figure -> figure.published() != figure.now())
        .sorted(
            Comparator.comparing((RestatedFigure figure) -> !figure.school().equals(AlertPack.ALL))
                .thenComparing(RestatedFigure::school)
                .thenComparing(RestatedFigure::type))
        .toList();
  }

  /**
   * The half's two totals; empty where nothing differs.
   *
   * @param school whose counts make up the paper's total
   */
  Optional<RestatedHalf> half(Halves halves, String school) {
    if (different().isEmpty() && !nearMisses.differ()) {
      return Optional.empty();
    }
    List<RestatedFigure> own =
        figures.stream().filter(figure -> figure.school().equals(school)).toList();
    return Optional.of(
        new RestatedHalf(
            thisHalf ? halves.currentWords() : halves.previousWords(),
            edition,
            dataAsAt,
            own.stream().mapToInt(RestatedFigure::published).sum(),
            own.stream().mapToInt(RestatedFigure::now).sum(),
            !different().isEmpty(),
            nearMisses));
  }

  /**
   * What differs, over both halves.
   *
   * @param school whose counts make up the paper's totals; {@link AlertPack#ALL} for all schools
   * @param tablesChanged whether the policy's tables were edited since
   */
  public static Restatement restatement(
      List<PublishedFigures> published,
      List<RestatedVerdict> verdicts,
      Halves halves,
      String school,
      boolean tablesChanged) {
    List<RestatedFigure> figures = new ArrayList<>();
    published.forEach(half -> figures.addAll(half.different()));
    figures.sort(Comparator.comparing(figure -> !figure.school().equals(AlertPack.ALL)));
    List<RestatedHalf> changed =
        published.stream().flatMap(half -> half.half(halves, school).stream()).toList();
    List<RestatedVerdict> judged =
        verdicts.stream().filter(verdict -> verdict.published() != verdict.now()).toList();
    boolean any = !figures.isEmpty() || !changed.isEmpty() || !judged.isEmpty();
    return any ? new Restatement(changed, figures, judged, tablesChanged) : Restatement.none();
  }
}

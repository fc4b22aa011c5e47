package org.breachledger.severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The severity of an incident with everything that led to it [004 6].
 *
 * <p>Score and level are empty where the number of individuals is unknown: a gap, not a zero.
 *
 * @param figures the numbers; empty where the number of individuals is unknown
 * @param provisional whether no factor was recorded, so that the score is the baseline alone
 * @param reasons each factor that counted, in the order of the table
 * @param upperBound says that a range scored on its upper end; empty where the number is exact
 * @param gaps what is missing or could not be used, in words
 * @param disagreements where declared and computed differ, in words
 * @param secondOpinion what another method makes of it; empty where too little is mapped
 */
public record Severity(
    Optional<Figures> figures,
    boolean provisional,
    List<SeverityReason> reasons,
    Optional<String> upperBound,
    List<String> gaps,
    List<String> disagreements,
    Optional<SecondOpinion> secondOpinion) {

  /**
   * The numbers of a score.
   *
   * @param people the number scored on
   * @param baseline from the number of individuals
   * @param adjustment the sum of the factors' weights
   * @param level 1, or 2 where notification of the ICO must be considered
   * @param label the policy's word for the score
   */
  public record Figures(int people, int baseline, int adjustment, int level, String label) {

    /** Baseline and adjustment together; may be negative. */
    public int score() {
      return baseline + adjustment;
    }
  }

  /** Copies the lists. */
  public Severity {
    reasons = List.copyOf(reasons);
    gaps = List.copyOf(gaps);
    disagreements = List.copyOf(disagreements);
  }

  /** The baseline scale; empty where the number of individuals is unknown. */
  public Optional<Integer> baseline() {
    return figures.map(Figures::baseline);
  }

  /** The sum of the factors; empty where the number of individuals is unknown. */
  public Optional<Integer> adjustment() {
    return figures.map(Figures::adjustment);
  }

  /** The score; empty where the number of individuals is unknown. */
  public Optional<Integer> score() {
    return figures.map(Figures::score);
  }

  /** The Category Level, 1 or 2; empty where the number of individuals is unknown. */
  public Optional<Integer> categoryLevel() {
    return figures.map(Figures::level);
  }

  /** The policy's word for the score; empty where the number of individuals is unknown. */
  public Optional<String> label() {
    return figures.map(Figures::label);
  }

  /** The codes of the factors that counted, in the order of the table. */
  public List<String> factorCodes() {
    return reasons.stream().map(reason -> reason.factor().code()).toList();
  }

  /**
   * How the score came about, as a sentence such as {@code 292 people give a baseline of 2; 2 - 1 +
   * 0 + 1 + 1 = 3, Category Level 2}; empty where the number of individuals is unknown.
   */
  public Optional<String> arithmetic() {
    return figures.map(
        known ->
            people(known.people())
                + " a baseline of "
                + known.baseline()
                + "; "
                + sum(known)
                + ", "
                + known.label());
  }

  private String sum(Figures known) {
    return reasons.isEmpty()
        ? "no factor counts, so the score is " + known.score()
        : known.baseline()
            + reasons.stream().map(Severity::term).collect(Collectors.joining())
            + " = "
            + known.score();
  }

  private static String people(int number) {
    return number == 1 ? "1 person gives" : number + " people give";
  }

  private static String term(SeverityReason reason) {
    int weight = reason.factor().weight();
    return (weight < 0 ? " - " : " + ") + Math.abs(weight);
  }
}

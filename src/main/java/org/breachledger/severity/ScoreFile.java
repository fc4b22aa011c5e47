package org.breachledger.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.IndividualsText;

/**
 * Scores the rows of a file that gives the number of individuals and the factor codes [004 6].
 *
 * <p>The added cells stay empty where the number is unknown.
 */
public final class ScoreFile {

  /**
   * The columns a file must have: the number of individuals, and factor codes joined by {@code ;}.
   */
  public static final List<String> REQUIRED = List.of("individuals", "factors");

  /** The headings of the cells {@link #added} gives, in their order. */
  public static final List<String> ADDED =
      List.of("baseline", "adjustment", "score", "category_level", "label", "reasons");

  private static final List<String> UNKNOWN = List.of("", "", "", "", "", "");

  private final SeverityRules rules;

  /** Scores by the rules of a profile. */
  public ScoreFile(SeverityRules rules) {
    this.rules = rules;
  }

  /**
   * The added cells of one row.
   *
   * @param cells gives the text in a column, empty where there is none
   */
  public List<String> added(UnaryOperator<String> cells) {
    Optional<Individuals> people = IndividualsText.parse(cells.apply("individuals"));
    if (people.isEmpty()) {
      return UNKNOWN;
    }
    Facts facts =
        Facts.none()
            .with(Field.INDIVIDUALS, people.get())
            .with(Field.FACTORS, Codes.parse(cells.apply("factors")));
    Severity severity = rules.score(facts, null, Optional.empty());
    return severity.figures().map(figures -> row(figures, severity)).orElse(UNKNOWN);
  }

  private static List<String> row(Severity.Figures figures, Severity severity) {
    return List.of(
        Integer.toString(figures.baseline()),
        Integer.toString(figures.adjustment()),
        Integer.toString(figures.score()),
        Integer.toString(figures.level()),
        figures.label(),
        reasons(severity));
  }

  private static String reasons(Severity severity) {
    List<String> told = new ArrayList<>();
    severity.arithmetic().ifPresent(told::add);
    severity.upperBound().ifPresent(told::add);
    severity
        .reasons()
        .forEach(
            reason ->
                told.add(
                    reason.factor().code()
                        + " "
                        + reason.factor().signed()
                        + " "
                        + reason.factor().words()));
    told.addAll(severity.gaps());
    return String.join("; ", told);
  }
}

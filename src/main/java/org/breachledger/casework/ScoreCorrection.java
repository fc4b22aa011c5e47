package org.breachledger.casework;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;

/**
 * What a person says an incident is scored on, as a decision of its own. The rules still make the
 * score; the words of sheets stay on record beside it [004 6.5, 6.6].
 */
public final class ScoreCorrection {

  /** The subject of these decisions. */
  public static final String SUBJECT = "score";

  /** Its outcome. */
  public static final String CORRECTED = "corrected";

  /** The fields nothing but a correction sets. */
  public static final Set<Field> FIELDS = Set.of(Field.FACTORS_ADDED, Field.FACTORS_RULED_OUT);

  private ScoreCorrection() {}

  /**
   * The decision.
   *
   * @param individuals empty where the number on record stands
   * @param added codes of factors that nothing on record gives
   * @param ruledOut codes of factors that do not count whatever gives them
   */
  public static Decision of(
      Optional<Individuals> individuals,
      Collection<String> added,
      Collection<String> ruledOut,
      Moment when,
      ByWhom by,
      String why) {
    Facts factors =
        Facts.none()
            .with(Field.FACTORS_ADDED, Codes.of(added))
            .with(Field.FACTORS_RULED_OUT, Codes.of(ruledOut));
    return new Decision(
        SUBJECT,
        CORRECTED,
        when,
        by,
        Optional.of(why),
        Optional.empty(),
        Optional.empty(),
        individuals.map(people -> factors.with(Field.INDIVIDUALS, people)).orElse(factors));
  }

  /** Whether a decision is about a score. */
  public static boolean is(Decision decision) {
    return decision.subject().equals(SUBJECT);
  }

  /** What it said, such as {@code 12 people; added DISTRESS; ruled out ACCESS_MITIGATED}. */
  public static String words(Facts facts) {
    return String.join(
        "; ",
        Stream.of(
                facts
                    .findIndividuals()
                    .map(people -> people.written().replace("..", " to ") + " people"),
                codes("added ", facts, Field.FACTORS_ADDED),
                codes("ruled out ", facts, Field.FACTORS_RULED_OUT))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<String> codes(String word, Facts facts, Field field) {
    return facts
        .find(field)
        .map(Value::written)
        .filter(written -> !written.isEmpty())
        .map(written -> word + written.replace(";", ", "));
  }
}

package org.breachledger.normalise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Code;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;

/**
 * As what and on which day an incident is counted, once its words are read [002].
 *
 * @param facts with what the words say of status and direction where no column says it
 * @param countedAs an incident, a near miss, a non-event or inbound
 * @param contradicted whether the words say of status or direction what its columns deny: the
 *     columns count, and a person must look
 * @param byWordsAlone whether nothing but words of a description leaves it out of counting: then a
 *     person must look
 * @param day empty where none of its moments has a day
 * @param countedAnewOn the first day on which it may be counted on another, because a date that lay
 *     ahead has come; empty where none lies ahead
 * @param registered when the number was allocated, else reported, else identified; empty where
 *     unknown
 */
public record CountedFacts(
    Facts facts,
    CountedAs countedAs,
    boolean contradicted,
    boolean byWordsAlone,
    Optional<CountingDay> day,
    Optional<LocalDate> countedAnewOn,
    Optional<Instant> registered) {

  private static final String NEAR_MISS = "near-miss";
  private static final String OWN = "own";

  /** What a column says of a status that is no near miss. */
  private static final Set<String> AN_INCIDENT = Set.of("confirmed", "potential", "incident");

  /**
   * Counts an incident.
   *
   * @param facts as its sheets and persons tell them, without what an earlier reading of its words
   *     added
   * @param asOf the London day of the as-of: what lies after it has not happened yet
   */
  public static CountedFacts of(Facts facts, TypeDecision decision, LocalDate asOf) {
    Facts known = overlaid(facts, decision);
    CountedAs countedAs = CountedAs.of(known);
    return new CountedFacts(
        known,
        countedAs,
        !decision.vouched() && contradicted(facts, decision),
        countedAs != CountedAs.of(facts) && !decision.vouched(),
        CountingDay.find(facts, asOf),
        CountingDay.nextAfter(facts, asOf),
        registered(facts));
  }

  /** A closure is a person's finding, whatever the words say. */
  private static boolean contradicted(Facts facts, TypeDecision decision) {
    boolean nearMiss =
        decision.status().filter(NEAR_MISS::equals).isPresent()
            && facts.findText(Field.CLOSURE_FINDING).isEmpty()
            && facts.findText(Field.STATUS).filter(AN_INCIDENT::contains).isPresent();
    return nearMiss || (decision.direction().isPresent() && facts.is(Field.DIRECTION, OWN));
  }

  private static Facts overlaid(Facts facts, TypeDecision decision) {
    Facts known = facts;
    if (decision.status().isPresent() && facts.find(Field.STATUS).isEmpty()) {
      known = known.with(Field.STATUS, new Code(decision.status().get()));
    }
    if (decision.direction().isPresent() && facts.find(Field.DIRECTION).isEmpty()) {
      known = known.with(Field.DIRECTION, new Code(decision.direction().get()));
    }
    return known;
  }

  private static Optional<Instant> registered(Facts facts) {
    return facts
        .findMoment(Field.REGISTERED)
        .or(() -> facts.findMoment(Field.REPORTED))
        .or(() -> facts.findMoment(Field.IDENTIFIED))
        .flatMap(Moment::span)
        .map(Moment.Span::earliest);
  }
}

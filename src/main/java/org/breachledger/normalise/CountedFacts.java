package org.breachledger.normalise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

  /**
   * What the words say of the status, where no column denies it; empty where they say nothing of
   * it.
   */
  public static Optional<String> status(Facts facts, TypeDecision decision) {
    return decision.status().filter(said -> !deniedNearMiss(facts, said));
  }

  private static boolean deniedNearMiss(Facts facts, String said) {
    return said.equals(NEAR_MISS) && facts.is(Field.NEAR_MISS, "no");
  }

  /** A closure is a person's finding, whatever the words say. */
  private static boolean contradicted(Facts facts, TypeDecision decision) {
    boolean denied =
        decision.status().filter(said -> deniedNearMiss(facts, said)).isPresent()
            || (decision.direction().isPresent() && facts.is(Field.DIRECTION, OWN));
    return denied && facts.findText(Field.CLOSURE_FINDING).isEmpty();
  }

  private static Facts overlaid(Facts facts, TypeDecision decision) {
    Facts known = facts;
    Optional<String> status = status(facts, decision);
    if (status.isPresent() && facts.find(Field.STATUS).isEmpty()) {
      known = known.with(Field.STATUS, new Code(status.get()));
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

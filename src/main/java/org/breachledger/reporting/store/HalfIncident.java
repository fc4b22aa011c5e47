package org.breachledger.reporting.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.KnownAsOf;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.RowRef;
import org.breachledger.reporting.DateUsed;
import org.breachledger.reporting.IcoDecision;
import org.jspecify.annotations.Nullable;

/**
 * An incident of either half, as the papers need it.
 *
 * @param reference as written; its number in the register where none was given
 * @param duties each duty's verdict by the duty's code
 * @param recordedAt when the import that brought it first had been taken in
 */
record HalfIncident(
    int schoolId,
    String school,
    String reference,
    LocalDate day,
    DateUsed dateUsed,
    CountedAs countedAs,
    String breachType,
    String subType,
    @Nullable Integer score,
    @Nullable Integer level,
    boolean needsReview,
    boolean withGaps,
    Facts facts,
    Map<String, String> duties,
    RowRef row,
    Instant recordedAt) {

  /** Whether it counts in the comparison. */
  boolean counted() {
    return countedAs == CountedAs.INCIDENT;
  }

  /** Whether it is a near miss, counted apart. */
  boolean nearMiss() {
    return countedAs == CountedAs.NEAR_MISS;
  }

  /** Whether papers tell of it: what is counted nowhere is no matter of their numbers. */
  boolean told() {
    return counted() || nearMiss();
  }

  /** Whether it lies in {@code [from, to)}. */
  boolean in(LocalDate from, LocalDate to) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /** The Category Level in force: a person's decision, else the higher of computed and declared. */
  Optional<Integer> levelInForce() {
    return DeadlineFacts.levelInForce(facts, Optional.ofNullable(level));
  }

  /** What its clocks look at. */
  DeadlineFacts deadlineFacts() {
    return DeadlineFacts.from(facts, Optional.ofNullable(level));
  }

  /** What was decided on notifying the ICO by then; a recorded notification is such a decision. */
  IcoDecision icoDecision(AsOf asOf) {
    KnownAsOf known = known(asOf);
    if (known.find(Field.ICO_NOTIFIED).isPresent()) {
      return IcoDecision.NOTIFIED;
    }
    Optional<String> decision = known.icoDecision();
    if (decision.filter(DeadlineFacts.NOTIFY::equals).isPresent()) {
      return IcoDecision.TO_NOTIFY;
    }
    return decision.filter(DeadlineFacts.NOT_NOTIFY::equals).isPresent()
        ? IcoDecision.NOT_TO_NOTIFY
        : IcoDecision.UNDECIDED;
  }

  /**
   * Whole days from identification to the decision, or to the as-of while it is undecided; empty
   * where they cannot be counted. Whoever notified the ICO had decided to.
   */
  Optional<Integer> daysToDecide(AsOf asOf) {
    KnownAsOf known = known(asOf);
    Optional<LocalDate> from = known.find(Field.IDENTIFIED).flatMap(Moment::londonDay);
    Optional<LocalDate> to =
        icoDecision(asOf) == IcoDecision.UNDECIDED
            ? Optional.of(asOf.day())
            : Stream.of(Field.ICO_DECIDED, Field.ICO_NOTIFIED)
                .flatMap(field -> known.find(field).flatMap(Moment::londonDay).stream())
                .min(Comparator.naturalOrder());
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      return Optional.empty();
    }
    return Optional.of((int) ChronoUnit.DAYS.between(from.get(), to.get()));
  }

  private KnownAsOf known(AsOf asOf) {
    return new KnownAsOf(deadlineFacts(), asOf);
  }

  /** Whether the number of people it affected is on record. */
  boolean peopleKnown() {
    return facts.findIndividuals().isPresent();
  }

  /** Whether that number is on record as a range. */
  boolean peopleInRange() {
    return facts.findIndividuals().filter(people -> !people.exact()).isPresent();
  }

  /** How many people it affected; of a range the upper end, 0 where nothing is on record. */
  int people() {
    return facts.findIndividuals().map(Individuals::upper).orElse(0);
  }

  /** Whether the type is known: the untyped are counted, so that sums are right. */
  boolean typed() {
    return !breachType.equals(BreachType.UNTYPED);
  }
}

package org.breachledger.deadline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breachledger.incident.Answer;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.Moment;

/**
 * What the clocks of an incident look at.
 *
 * @param moments the moments that are known
 * @param unreadable fields in which something is written that nobody can use, and why
 * @param level the Category Level that drives the clocks: a person's decision, else the higher of
 *     computed and declared; empty where it is unknown
 * @param icoDecision notify or not-notify; empty where nobody has decided
 * @param findingZero whether closure found a near miss or that it was mistakenly reported
 * @param countedAs as what it counts: as what it was found to be, else as what it was reported
 * @param inbound received but meant for somebody else: not this school's own breach
 * @param signed who signed Form A, where the log says so
 */
public record DeadlineFacts(
    Map<Field, Moment> moments,
    Map<Field, String> unreadable,
    Optional<Integer> level,
    Optional<String> icoDecision,
    boolean findingZero,
    CountedAs countedAs,
    boolean inbound,
    Map<Field, Answer> signed) {

  /** The code of a decision to notify the ICO. */
  public static final String NOTIFY = "notify";

  /** The code of a decision not to notify the ICO. */
  public static final String NOT_NOTIFY = "not-notify";

  /** Copies the maps. */
  public DeadlineFacts {
    moments = Map.copyOf(moments);
    unreadable = Map.copyOf(unreadable);
    signed = Map.copyOf(signed);
  }

  /**
   * The facts of an incident of the register.
   *
   * @param computedLevel the Category Level its score gives; empty where there is none
   */
  public static DeadlineFacts from(Facts facts, Optional<Integer> computedLevel) {
    return new DeadlineFacts(
        moments(facts),
        Map.of(),
        levelInForce(facts, computedLevel),
        facts.findText(Field.ICO_DECISION),
        CaseState.foundZero(facts),
        CountedAs.of(facts),
        facts.is(Field.DIRECTION, "inbound"),
        signed(facts));
  }

  private static Map<Field, Moment> moments(Facts facts) {
    Map<Field, Moment> moments = new EnumMap<>(Field.class);
    facts
        .values()
        .forEach(
            (field, value) -> {
              if (field.kind() == FieldKind.MOMENT) {
                moments.put(field, (Moment) value);
              }
            });
    CaseState.closed(facts).ifPresent(closed -> moments.put(Field.CLOSED, closed));
    if (facts.find(Field.NOT_TOLD_GROUND).isPresent()) {
      moments.putIfAbsent(Field.NOT_TOLD_DOCUMENTED, new Moment.Undated());
    }
    return moments;
  }

  /**
   * The Category Level in force: a person's decision, else the higher of computed and declared;
   * empty where none is known.
   *
   * @param computed the level its score gives; empty where there is none
   */
  public static Optional<Integer> levelInForce(Facts facts, Optional<Integer> computed) {
    return facts
        .findWhole(Field.DECIDED_LEVEL)
        .or(
            () ->
                Stream.of(computed, facts.findWhole(Field.DECLARED_LEVEL))
                    .flatMap(Optional::stream)
                    .max(Integer::compare));
  }

  private static Map<Field, Answer> signed(Facts facts) {
    Map<Field, Answer> signed = new EnumMap<>(Field.class);
    for (Field field : Set.of(Field.FORM_A_SIGNED_DATA_LEAD, Field.FORM_A_SIGNED_HEAD)) {
      if (facts.find(field).isPresent()) {
        signed.put(field, facts.answer(field));
      }
    }
    return signed;
  }
}

package org.breachledger.incident;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The London day an incident is counted on: the day it occurred, else was identified, else was
 * reported [002].
 *
 * @param day the day
 * @param from which of the three gave it
 */
public record CountingDay(LocalDate day, Field from) {

  /** The three moments, in the order they are asked. */
  public static final List<Field> ORDER = List.of(Field.OCCURRED, Field.IDENTIFIED, Field.REPORTED);

  /** The counting day of these facts as written; empty where none of the three has a day. */
  public static Optional<CountingDay> find(Facts facts) {
    return ORDER.stream().flatMap(field -> on(facts, field).stream()).findFirst();
  }

  /**
   * The counting day of these facts as seen on a day: what lies after it has not happened yet, so a
   * slip such as next year for this year falls to the next of the three.
   *
   * @param asOf the London day of the as-of, itself included
   * @return the day as written where all three lie after it; empty where none has a day
   */
  public static Optional<CountingDay> find(Facts facts, LocalDate asOf) {
    return ORDER.stream()
        .flatMap(field -> on(facts, field).stream())
        .filter(found -> !found.day().isAfter(asOf))
        .findFirst()
        .or(() -> find(facts));
  }

  /**
   * The first day on which {@link #find(Facts, LocalDate)} may say otherwise than on this one.
   *
   * @return empty where none of the three lies after it
   */
  public static Optional<LocalDate> nextAfter(Facts facts, LocalDate asOf) {
    return ORDER.stream()
        .flatMap(field -> on(facts, field).stream())
        .map(CountingDay::day)
        .filter(day -> day.isAfter(asOf))
        .min(Comparator.naturalOrder());
  }

  private static Optional<CountingDay> on(Facts facts, Field field) {
    return facts
        .findMoment(field)
        .flatMap(Moment::londonDay)
        .map(day -> new CountingDay(day, field));
  }
}

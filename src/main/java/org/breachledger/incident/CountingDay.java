package org.breachledger.incident;

import java.time.LocalDate;
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

  /** The counting day of these facts; empty where none of the three moments has a day. */
  public static Optional<CountingDay> find(Facts facts) {
    for (Field field : ORDER) {
      Optional<LocalDate> day = facts.findMoment(field).flatMap(Moment::londonDay);
      if (day.isPresent()) {
        return Optional.of(new CountingDay(day.get(), field));
      }
    }
    return Optional.empty();
  }
}

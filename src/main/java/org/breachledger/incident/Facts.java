package org.breachledger.incident;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one incident: a value for each known field, and nothing for an unknown one.
 *
 * <p>Two facts are equal exactly when every field is; a difference is shown field by field.
 */
public record Facts(Map<Field, Value> values) {

  /** Copies the map, so that facts never change. */
  public Facts {
    EnumMap<Field, Value> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** Nothing known. */
  public static Facts none() {
    return new Facts(Map.of());
  }

  /** These facts with one field set. */
  public Facts with(Field field, Value value) {
    EnumMap<Field, Value> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    copy.put(field, value);
    return new Facts(copy);
  }

  /**
   * These facts with what a person recorded beside them: a recorded word stands over that of a
   * sheet; of two moments the earlier one counts, the more exact one of a day and a time on it, and
   * a known one before an undated one. A closing of the sheet does not count where a person opened
   * the case again since.
   */
  public Facts joined(Facts recorded) {
    EnumMap<Field, Value> copy = new EnumMap<>(Field.class);
    copy.putAll(CaseState.standing(this, recorded).values);
    recorded.values.forEach((field, value) -> copy.merge(field, value, Facts::stronger));
    return new Facts(copy);
  }

  private static Value stronger(Value sheet, Value recorded) {
    if (!(sheet instanceof Moment ours) || !(recorded instanceof Moment theirs)) {
      return recorded;
    }
    if (ours.span().isEmpty() || theirs.span().isEmpty()) {
      return ours.span().isEmpty() ? theirs : ours;
    }
    return counts(theirs.span().get(), ours.span().get()) ? theirs : ours;
  }

  private static boolean counts(Moment.Span one, Moment.Span other) {
    if (one.within(other) || other.within(one)) {
      return !other.within(one);
    }
    return one.earliest().isBefore(other.earliest());
  }

  /** The value of a field; empty where it is unknown. */
  public Optional<Value> find(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The text or code in a field; empty where it is unknown. */
  public Optional<String> findText(Field field) {
    return find(field).map(Value::written);
  }

  /** The moment in a field; empty where it is unknown. */
  public Optional<Moment> findMoment(Field field) {
    return find(field).map(Moment.class::cast);
  }

  /** The whole number in a field; empty where it is unknown. */
  public Optional<Integer> findWhole(Field field) {
    return find(field).map(value -> ((Whole) value).number());
  }

  /** The number of individuals affected; empty where it is unknown. */
  public Optional<Individuals> findIndividuals() {
    return find(Field.INDIVIDUALS).map(Individuals.class::cast);
  }

  /** The answer to a question; {@link Answer#UNKNOWN} where none was given. */
  public Answer answer(Field question) {
    return find(question).map(Answer.class::cast).orElse(Answer.UNKNOWN);
  }

  /** Whether a field holds exactly this code. */
  public boolean is(Field field, String code) {
    return findText(field).filter(code::equals).isPresent();
  }

  /** Names the known fields only: values may name people. */
  @Override
  public String toString() {
    return "Facts" + values.keySet();
  }
}

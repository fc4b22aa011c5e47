package org.breachledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;

/**
 * What somebody typed into a form. A wrong entry is told by {@link Wrong}, which names the field.
 *
 * @param fields by their names
 */
record Typed(Map<String, String> fields) {

  /** An entry that cannot be used, with what to enter. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    Wrong(String field, String sentence) {
      super(sentence);
      this.field = field;
    }

    String field() {
      return field;
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /** The entry, without blanks at its ends; empty where nothing was typed. */
  Optional<String> find(String field) {
    return Optional.ofNullable(fields.get(field))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The entry. */
  String need(String field, String otherwise) {
    return find(field).orElseThrow(() -> new Wrong(field, otherwise));
  }

  /** A day; empty where nothing was typed. */
  Optional<LocalDate> day(String field) {
    return find(field)
        .map(
            written -> {
              try {
                return LocalDate.parse(written);
              } catch (DateTimeParseException e) {
                throw new Wrong(field, "Enter a day such as 2026-10-01");
              }
            });
  }

  /** The moment in a day and, where known, a time; the as-of where nothing was typed. */
  Moment moment(String day, String time, AsOf asOf) {
    if (find(day).isEmpty()) {
      if (find(time).isPresent()) {
        throw new Wrong(day, "Enter the day that belongs to the time");
      }
      return new Moment.At(asOf.instant());
    }
    IsoMoment read =
        IsoMoment.parse(
            find(day).orElseThrow() + find(time).map(written -> "T" + written).orElse(""));
    if (read instanceof IsoMoment.Read known) {
      return known.moment();
    }
    throw new Wrong(day, "Enter a day such as 2026-10-01, and a time such as 15:30 or none");
  }
}

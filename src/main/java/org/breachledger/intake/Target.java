package org.breachledger.intake;

import java.util.Locale;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * What a column feeds.
 *
 * @param field the field of the incident record
 * @param part the whole value, one part of a moment only, some of the people, or the answer to
 *     whether it was a near miss
 * @param otherwise the text field that takes words the field does not know; null where such words
 *     are a gap
 */
record Target(Field field, Part part, @Nullable Field otherwise) {

  /** Which part of a value a column holds. */
  enum Part {
    WHOLE,
    /** The time of day that belongs to a date in another column. */
    TIME,
    /** The day of the month, where day, month and year have a column each. */
    DAY,
    MONTH,
    YEAR,
    /** Some of the people affected, such as the pupils: added to those of the other columns. */
    SOME,
    /** Yes or no to whether it was a near miss; a column of the status may stand beside it. */
    NEAR_MISS;

    /** The part's name in the table of headings; empty for the whole. */
    String word() {
      return this == WHOLE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether three columns of such parts make one date. */
    boolean ofDate() {
      return this == DAY || this == MONTH || this == YEAR;
    }

    /** Whether a field can have such parts. */
    boolean of(Field field) {
      return switch (this) {
        case WHOLE -> true;
        case TIME, DAY, MONTH, YEAR -> field.kind() == FieldKind.MOMENT;
        case SOME -> field == Field.INDIVIDUALS;
        case NEAR_MISS -> field == Field.STATUS;
      };
    }
  }

  static Target of(Field field) {
    return new Target(field, Part.WHOLE, null);
  }

  /** The field's name as summaries show it. */
  String code() {
    return part == Part.WHOLE ? field.code() : field.code() + " (" + part.word() + ")";
  }
}

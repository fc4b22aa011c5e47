package org.breachledger.intake;

import java.util.List;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * From which columns of a sheet a field is read.
 *
 * @param field the field
 * @param sources its columns, the first named first; at least one
 * @param time the column of the time of day that belongs to a date; null where there is none
 * @param firstOnly whether the first filled column is the value, instead of all together
 */
record FieldPlan(Field field, List<Source> sources, @Nullable Source time, boolean firstOnly) {

  /**
   * One column.
   *
   * @param column from 0
   * @param heading as summaries and notices show it
   * @param otherwise the text field that takes unknown words; null where they are a gap
   * @param part the whole value, or which part of it
   */
  record Source(int column, String heading, @Nullable Field otherwise, Target.Part part) {

    /** A column that tells all there is to tell. */
    static Source whole(int column, String heading) {
      return new Source(column, heading, null, Target.Part.WHOLE);
    }

    /** Whether it asks only whether this was a near miss. */
    boolean asksNearMiss() {
      return part == Target.Part.NEAR_MISS;
    }
  }

  /** The same from some of its columns. */
  FieldPlan from(List<Source> some) {
    return new FieldPlan(field, some, time, firstOnly);
  }

  /** Whether one of its columns asks only whether this was a near miss. */
  boolean asksNearMiss() {
    return sources.stream().anyMatch(Source::asksNearMiss);
  }

  /** The first column. */
  Source first() {
    return sources.get(0);
  }
}

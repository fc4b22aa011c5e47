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
   */
  record Source(int column, String heading, @Nullable Field otherwise) {}

  /** The first column. */
  Source first() {
    return sources.get(0);
  }
}

package org.breachledger.reporting;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.incident.RowRef;
import org.jspecify.annotations.Nullable;

/**
 * One incident behind a number, and where its row was read.
 *
 * @param figure the number's heading in the paper, such as a type's title
 * @param half {@link Trace#THIS_HALF}, {@link Trace#HALF_BEFORE} or {@link Trace#ANY_HALF}
 * @param reference as written; its number in the register where none was given
 * @param day the London day it was counted on; null for an action, whose incident may be of any
 *     half, and where there is none
 */
public record TraceLine(
    String figure,
    String half,
    String school,
    String reference,
    @Nullable LocalDate day,
    RowRef row)
    implements Traced {

  /** What stands before the place, in the order of {@link Trace#COLUMNS}. */
  public List<String> words() {
    return List.of(figure, half, school, reference, day == null ? "\u2013" : Words.day(day));
  }

  /** Import, sheet and row. */
  public List<Long> place() {
    return List.of(importId(), (long) sheet(), (long) line());
  }
}

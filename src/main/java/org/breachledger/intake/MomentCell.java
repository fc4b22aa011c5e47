package org.breachledger.intake;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of a column of moments.
 *
 * @param state what kind of answer it is
 * @param moment the date; null unless the state is {@link State#MOMENT}
 * @param saysMore whether the cell holds words beyond this answer
 */
record MomentCell(State state, @Nullable WrittenMoment moment, boolean saysMore) {

  enum State {
    BLANK,
    MOMENT,
    /** It was done, at a moment nobody wrote down. */
    DONE,
    NOT_DONE,
    UNKNOWN,
    UNREADABLE
  }

  static MomentCell of(State state) {
    return new MomentCell(state, null, false);
  }

  static MomentCell of(WrittenMoment moment) {
    return new MomentCell(State.MOMENT, moment, false);
  }
}

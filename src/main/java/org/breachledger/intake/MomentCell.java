package org.breachledger.intake;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of a column of moments.
 *
 * @param state what kind of answer it is
 * @param moment the date; null unless the state is {@link State#MOMENT} or {@link State#REMARKED}
 * @param saysMore whether the cell holds words beyond this answer
 * @param fault what is wrong beside what could be read; null where nothing is
 */
record MomentCell(
    State state, @Nullable WrittenMoment moment, boolean saysMore, @Nullable Faults fault) {

  enum State {
    BLANK,
    MOMENT,
    /** A date with words behind it, which could undo what the column says was done. */
    REMARKED,
    /** It was done, at a moment nobody wrote down. */
    DONE,
    NOT_DONE,
    UNKNOWN,
    UNREADABLE
  }

  static MomentCell of(State state) {
    return new MomentCell(state, null, false, null);
  }

  static MomentCell of(WrittenMoment moment) {
    return new MomentCell(State.MOMENT, moment, false, null);
  }

  /** This answer, with words beside it that are kept. */
  MomentCell andMore() {
    return new MomentCell(state, moment, true, fault);
  }

  /** This answer, with something wrong beside it. */
  MomentCell but(Faults wrong) {
    return new MomentCell(state, moment, saysMore, wrong);
  }
}

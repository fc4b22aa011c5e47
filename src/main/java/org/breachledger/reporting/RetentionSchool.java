package org.breachledger.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one school keeps and for how long, as it is printed.
 *
 * @param period in words; empty where nobody set one
 * @param setBy the role's title; empty where nobody set one
 * @param setOn the London day; null where nobody set one
 * @param own whether it is the school's own, and not the one for every other school
 * @param kept its incidents on the register
 * @param closed how many of them are closed
 * @param dueThisHalf how many became due in the imprint's current half
 * @param dueInAll how many are due, held ones included
 * @param held how many a legal hold covers, due or not
 * @param withoutDay closed ones that cannot be counted from any day
 */
public record RetentionSchool(
    String school,
    String period,
    String setBy,
    @Nullable LocalDate setOn,
    boolean own,
    int kept,
    int closed,
    int dueThisHalf,
    int dueInAll,
    int held,
    int withoutDay) {

  private static final String NOTHING = "\u2013";

  /** Refuses counts below zero. */
  public RetentionSchool {
    Words.notNegative(kept, closed, dueThisHalf, dueInAll, held, withoutDay);
  }

  /** Whether anybody set a period for it. */
  public boolean set() {
    return !period.isEmpty();
  }

  /** The period and whose it is, or that there is none. */
  public String periodWords() {
    if (!set()) {
      return "No setting";
    }
    return own ? period : period + ", as for all schools";
  }

  /** The role that set it; a dash where nobody did. */
  public String byWords() {
    return set() ? setBy : NOTHING;
  }

  /** The day it was set; a dash where nobody did. */
  public String onWords() {
    return setOn == null ? NOTHING : Words.day(setOn);
  }
}

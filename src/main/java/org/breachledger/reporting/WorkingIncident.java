package org.breachledger.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.RowRef;
import org.jspecify.annotations.Nullable;

/**
 * One incident on the working list.
 *
 * @param day the London day it is counted on; null where it has none
 * @param thisHalf whether that day lies in the paper's half
 * @param countedAs as an incident, or as what is counted apart
 * @param type the breach type's title
 * @param toCheck whether a person has yet to confirm the type
 * @param level the Category Level in force; null where it is not known
 * @param open whether it is not closed
 * @param duties those that run or were broken
 * @param decisions what is on record of notifying the ICO and telling the individuals
 * @param undecided whether a decision on the ICO, or the notification decided on, is not on record
 */
public record WorkingIncident(
    String school,
    String reference,
    RowRef row,
    @Nullable LocalDate day,
    boolean thisHalf,
    CountedAs countedAs,
    String type,
    boolean toCheck,
    @Nullable Integer level,
    boolean open,
    List<DutyState> duties,
    List<String> decisions,
    boolean undecided)
    implements Traced {

  private static final String NOTHING = "\u2013";
  private static final String BETWEEN = ";\n";

  private static final Comparator<WorkingIncident> URGENT_FIRST =
      Comparator.comparing((WorkingIncident one) -> one.overdue() == 0)
          .thenComparing(one -> one.first(DutyState::overdue))
          .thenComparing(one -> one.first(DutyState::running))
          .thenComparing(one -> !one.undecided())
          .thenComparing(WorkingIncident::day, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(WorkingIncident::reference)
          .thenComparing(WorkingIncident::importId)
          .thenComparing(WorkingIncident::sheet)
          .thenComparing(WorkingIncident::line);

  /** Copies the lists, overdue duties first. */
  public WorkingIncident {
    duties = duties.stream().sorted(DutyState.urgentFirst()).toList();
    decisions = List.copyOf(decisions);
  }

  /** Whether it is of the paper's half, counts as this, and is not closed. */
  boolean openThisHalf(CountedAs as) {
    return open && thisHalf && countedAs == as;
  }

  /** What is longest overdue first, then what is due next, then by day. */
  static Comparator<WorkingIncident> urgentFirst() {
    return URGENT_FIRST;
  }

  /** By school; there what is longest overdue first, then what is due next, then by day. */
  static Comparator<WorkingIncident> inOrder() {
    return Comparator.comparing(WorkingIncident::school).thenComparing(URGENT_FIRST);
  }

  /** When the first of some duties was or is due; far off where there is none. */
  private Instant first(Predicate<DutyState> which) {
    return duties.stream().filter(which).map(DutyState::dueOrLast).findFirst().orElse(Instant.MAX);
  }

  /** How many of its duties are overdue. */
  public int overdue() {
    return (int) duties.stream().filter(DutyState::overdue).count();
  }

  /** How many of its duties run. */
  public int running() {
    return (int) duties.stream().filter(DutyState::running).count();
  }

  /** Whether it must be considered for notification. */
  public boolean levelTwo() {
    return level != null && level == 2;
  }

  /** The day in words. */
  public String dayWords() {
    return Words.dayOrUnknown(day);
  }

  /** The type, saying so where a person has yet to confirm it. */
  public String typeWords() {
    return toCheck ? type + " (type to check)" : type;
  }

  /** The level and whether it is open. */
  public String levelWords() {
    return (level == null ? "Not known" : Words.numberOrUnknown(level))
        + ", "
        + (open ? "open" : "closed");
  }

  /** Its duties, one under the other; a dash where none runs or was broken. */
  public String dutyWords() {
    List<String> words = new ArrayList<>();
    duties.forEach(duty -> words.add(duty.words()));
    return words.isEmpty() ? NOTHING : String.join(BETWEEN, words);
  }

  /** Its decisions, one under the other; a dash where the policy asks for none. */
  public String decisionWords() {
    return decisions.isEmpty() ? NOTHING : String.join(BETWEEN, decisions);
  }
}

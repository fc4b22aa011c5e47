package org.breachledger.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.policy.PolicyProfile;

/**
 * Something to be done because of an incident, by whom and by when [004 8.3.5, 10.3]. What is to be
 * done is free text and stays in the record.
 *
 * @param id its number; empty for an action of the incident's sheet
 * @param owner empty where nobody is named
 * @param due the last day it is in time; empty where none is set
 * @param done empty where it was not
 */
public record CaseAction(
    Optional<Long> id,
    ActionKind kind,
    Optional<ByWhom> owner,
    Optional<LocalDate> due,
    Optional<Moment> done) {

  /** How an action stands. */
  public enum State {
    OPEN,
    OVERDUE,
    DONE
  }

  /** The action an incident's sheet speaks of; empty where it speaks of none. */
  public static Optional<CaseAction> ofSheet(Facts facts, PolicyProfile profile) {
    if (facts.find(Field.ACTIONS).isEmpty() && facts.find(Field.ACTION_DUE).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CaseAction(
            Optional.empty(),
            ActionKind.OTHER,
            facts.findText(Field.ACTION_OWNER).map(owner -> ByWhom.parse(owner, profile)),
            facts.findMoment(Field.ACTION_DUE).flatMap(Moment::londonDay),
            facts.findMoment(Field.ACTION_DONE)));
  }

  /** How it stands at an as-of: overdue from the day after its due day. */
  public State state(AsOf asOf) {
    if (done.filter(moment -> KnownCase.happened(moment, asOf)).isPresent()) {
      return State.DONE;
    }
    return due.filter(day -> day.isBefore(asOf.day())).isPresent() ? State.OVERDUE : State.OPEN;
  }

  /** Whether it is not done at an as-of, overdue or not. */
  public boolean open(AsOf asOf) {
    return state(asOf) != State.DONE;
  }
}

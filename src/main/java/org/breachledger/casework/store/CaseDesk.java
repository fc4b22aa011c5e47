package org.breachledger.casework.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Decision;
import org.breachledger.casework.Review;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.ScoreCorrection;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a person puts decisions, referrals, actions and reviews on record. Nothing is overwritten:
 * the newest record of a subject counts. Call each within a transaction; afterwards the deadlines
 * of the incident are to be assessed again.
 */
public final class CaseDesk {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final CaseRules rules;
  private final RecordedCase recorded;

  /** A desk over the register of the trust at work. */
  public CaseDesk(JdbcClient jdbc, IncidentRegister register, AuditTrail audit, CaseRules rules) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.rules = rules;
    this.recorded = new RecordedCase(jdbc, register, rules);
  }

  /**
   * An action to be recorded.
   *
   * @param what free text of a person
   * @param owner empty where nobody is named
   * @param due the last day it is in time; empty where none is set
   */
  public record NewAction(
      ActionKind kind, String what, Optional<ByWhom> owner, Optional<LocalDate> due) {
    @Override
    public String toString() {
      return "NewAction[" + kind + "]";
    }
  }

  /**
   * Records a decision or referral.
   *
   * @param account who recorded it
   * @throws CaseRefused where it is no decision this policy knows, lacks its reason, or lies after
   *     the as-of
   */
  public void decide(long incidentId, Decision decision, String account, AsOf asOf, Instant at) {
    new DecisionCheck(rules).check(decision, asOf);
    recorded.hold(incidentId);
    new KeptDecisions(jdbc).add(incidentId, decision, account, at);
    recorded.remember(incidentId);
    if (ScoreCorrection.is(decision)) {
      recorded.scoreAgain(incidentId);
    }
    audit.append(
        account,
        rules.routes().lines().contains(decision.subject()) ? "refer" : "decide",
        "incident " + incidentId,
        AuditDetails.none()
            .and("subject", decision.subject())
            .and("outcome", decision.outcome())
            .and("when", decision.when().written()));
  }

  /** Records an action and gives its number. */
  public long add(long incidentId, NewAction action, String account, Instant at) {
    recorded.hold(incidentId);
    long id =
        jdbc.sql(
                """
                insert into case_action (incident_id, kind, what, owner_role, owner_name, due,
                  recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning action_id
                """)
            .param(incidentId)
            .param(action.kind().code())
            .param(action.what())
            .param(action.owner().flatMap(ByWhom::role).orElse(null))
            .param(action.owner().flatMap(ByWhom::name).orElse(null))
            .param(action.due().map(Date::valueOf).orElse(null))
            .param(account)
            .param(Timestamp.from(at))
            .query(Long.class)
            .single();
    audit.append(
        account,
        "add-action",
        "incident " + incidentId,
        AuditDetails.none().and("action", id).and("kind", action.kind().code()));
    return id;
  }

  /**
   * Records that an action was done.
   *
   * @throws CaseRefused where there is no such action, it was done already, or the moment lies
   *     after the as-of
   */
  public void finish(long actionId, Moment done, String account, AsOf asOf, Instant at) {
    DecisionCheck.happened(done, asOf);
    List<String> found =
        jdbc.sql(
                """
                select coalesce(d.done, '') from case_action a
                left join case_action_done d using (trust_id, action_id)
                where a.action_id = ? for update of a
                """)
            .param(actionId)
            .query(String.class)
            .list();
    if (found.isEmpty()) {
      throw CaseRefused.unknown(
          "there is no action " + actionId + "; list them with: case action list");
    }
    if (!found.get(0).isEmpty()) {
      throw CaseRefused.now("Action " + actionId + " is on record as done already.");
    }
    jdbc.sql(
            "insert into case_action_done (action_id, done, recorded_by, recorded_at)"
                + " values (?, ?, ?, ?)")
        .params(actionId, done.written(), account, Timestamp.from(at))
        .update();
    audit.append(
        account,
        "finish-action",
        "action " + actionId,
        AuditDetails.none().and("when", done.written()));
  }

  /**
   * Signs off the six-month review of an incident; from then on it is re-evaluated.
   *
   * @param note free text that stays in the record
   * @return what was on the queue when it was signed off
   * @throws CaseRefused where the policy asks for no review, it is not due yet, or it was signed
   *     off already
   */
  public ReviewItem signOff(
      long incidentId,
      Moment when,
      ByWhom by,
      Optional<String> note,
      String account,
      AsOf asOf,
      Instant at) {
    DecisionCheck.happened(when, asOf);
    recorded.hold(incidentId);
    ReviewItem item =
        new ReviewQueue(jdbc, rules)
            .find(incidentId, asOf)
            .orElseThrow(() -> CaseRefused.now("This policy asks for no review of this incident."));
    refuseUntimely(item.review(), when);
    jdbc.sql(
            """
            insert into case_review (incident_id, due, signed, by_role, by_name, note,
              type_verdict, recurrences, actions_open, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(incidentId)
        .param(item.review().duty().dueText())
        .param(when.written())
        .param(by.role().orElse(null))
        .param(by.name().orElse(null))
        .param(note.orElse(null))
        .param(item.typeVerdict())
        .param(item.recurrences().size())
        .param(item.actionsOpen())
        .param(account)
        .param(Timestamp.from(at))
        .update();
    recorded.remember(incidentId);
    AuditDetails details =
        AuditDetails.none().and("when", when.written()).and("actionsOpen", item.actionsOpen());
    audit.append(
        account,
        "sign-off-review",
        "incident " + incidentId,
        item.times()
            .map(times -> details.and("recurrences", times))
            .orElseGet(() -> details.and("recurrences", "cannot tell")));
    return item;
  }

  private static void refuseUntimely(Review review, Moment when) {
    if (review.state() == Review.State.SIGNED_OFF) {
      throw CaseRefused.now("This review is on record as done already.");
    }
    Optional<Instant> opens = review.opens();
    boolean early =
        opens.isPresent()
            && when.span().filter(span -> span.latest().isBefore(opens.get())).isPresent();
    if (review.state() == Review.State.LATER || early) {
      throw CaseRefused.now(
          "This incident comes back for review from "
              + opens.map(London::dayOf).map(LocalDate::toString).orElse("a later day")
              + "; a sign-off before that would not show whether its type stopped.");
    }
  }
}

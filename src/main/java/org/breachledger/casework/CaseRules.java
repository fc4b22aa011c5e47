package org.breachledger.casework;

import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;

/**
 * How a policy profile has cases decided, referred, closed and reviewed.
 *
 * @param words what a person can record
 * @param routes to whom incidents go
 * @param checks what has to be there before one is closed
 */
public record CaseRules(
    PolicyProfile profile,
    DecisionWords words,
    ReferralRoutes routes,
    ClosingChecks checks,
    DeadlineRules deadlines) {

  /**
   * Reads the tables a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming file and line, where one is wrong
   */
  public static CaseRules read(PolicySource source, PolicyProfile profile) {
    DecisionWords words = DecisionWords.read(source);
    return new CaseRules(
        profile,
        words,
        ReferralRoutes.read(source, profile, words),
        ClosingChecks.read(source, profile),
        DeadlineRules.read(source, profile));
  }

  /** The decisions and referrals of a case, and what is missing of them, as of a moment. */
  public List<RegisterLine> register(CaseFile file, AsOf asOf) {
    return new DecisionRegister(this, new KnownCase(file, asOf)).lines();
  }

  /** What closing a case needs, as of a moment. */
  public Closing closing(CaseFile file, AsOf asOf) {
    return checks.of(new KnownCase(file, asOf));
  }

  /** What the closing of a case would still need, were it closed so. */
  public Closing closing(CaseFile file, Decision closure, AsOf asOf) {
    return closing(file.with(file.facts().joined(Closure.facts(List.of(closure)))), asOf);
  }

  /**
   * What decisions are as fields of the incident record.
   *
   * @param decisions in the order they were recorded
   * @param reviewed when the review was first signed off; empty where nobody has
   */
  public Facts recorded(List<Decision> decisions, Optional<Moment> reviewed) {
    return new RecordedFacts(this).of(decisions, reviewed);
  }
}

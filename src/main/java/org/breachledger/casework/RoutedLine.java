package org.breachledger.casework;

import java.util.List;
import java.util.Optional;
import org.breachledger.casework.RegisterLine.From;
import org.breachledger.casework.RegisterLine.Given;
import org.breachledger.casework.RegisterLine.State;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Moment;
import org.breachledger.policy.PolicyProfile.Referral;

/** One route of the profile and one case: taken, asked for and missing, or none of its business. */
final class RoutedLine {

  private final CaseRules rules;
  private final KnownCase known;
  private final List<ReferralRoute> occasions;
  private final String line;

  RoutedLine(CaseRules rules, KnownCase known, String line) {
    this.rules = rules;
    this.known = known;
    this.line = line;
    this.occasions = rules.routes().occasions(line);
  }

  /** The line of the register; empty where the route is neither taken nor asked for. */
  Optional<RegisterLine> find() {
    return recorded().or(this::shown).or(this::asked);
  }

  private Optional<RegisterLine> recorded() {
    return known
        .newest(line)
        .map(
            decision ->
                line(
                    State.RECORDED,
                    From.PERSON,
                    decision.outcome().equals(Decision.REFERRED) ? "done" : "decided: not needed",
                    Optional.of(decision.by().words(rules.profile())),
                    Optional.of(decision.when()),
                    reason(decision),
                    decision.delay().isPresent() ? Given.YES : Given.NOT_ASKED));
  }

  private static Given reason(Decision decision) {
    if (decision.why().isPresent()) {
      return Given.YES;
    }
    return decision.outcome().equals(Decision.REFERRED) ? Given.NOT_ASKED : Given.MISSING;
  }

  private Optional<RegisterLine> shown() {
    return rules
        .routes()
        .field(line)
        .flatMap(known::findMoment)
        .map(
            when ->
                line(
                    State.RECORDED,
                    From.SHEET,
                    "done",
                    Optional.empty(),
                    Optional.of(when),
                    Given.NOT_ASKED,
                    Given.NOT_ASKED));
  }

  private Optional<RegisterLine> asked() {
    if (known.countedAs() == CountedAs.NON_EVENT) {
      return Optional.empty();
    }
    boolean must =
        referral().filter(Referral::must).isPresent()
            || occasions.stream().anyMatch(route -> route.must() && route.calls(known));
    boolean may =
        referral().isPresent() || occasions.stream().anyMatch(route -> route.calls(known));
    if (!must && !may) {
      return Optional.empty();
    }
    return Optional.of(
        line(
            must ? State.MISSING : State.TO_CONSIDER,
            From.NOWHERE,
            must ? "nobody recorded it" : "to be considered",
            Optional.empty(),
            Optional.empty(),
            Given.NOT_ASKED,
            Given.NOT_ASKED));
  }

  private Optional<Referral> referral() {
    List<String> labels = known.labels(rules.profile());
    return rules.profile().referrals().stream()
        .filter(referral -> occasions.get(0).to().filter(referral.to()::equals).isPresent())
        .filter(referral -> referral.labels().stream().anyMatch(labels::contains))
        .findFirst();
  }

  private RegisterLine line(
      State state,
      From from,
      String outcome,
      Optional<String> by,
      Optional<Moment> when,
      Given reason,
      Given delay) {
    ReferralRoute route =
        occasions.stream().filter(one -> one.calls(known)).findFirst().orElse(occasions.get(0));
    return new RegisterLine(
        line, title(route), state, from, outcome, by, when, reason, delay, route.source());
  }

  /** The route with the profile's own title of the role. */
  private String title(ReferralRoute route) {
    return route
        .to()
        .flatMap(rules.profile()::findTitle)
        .map(role -> route.title() + " (" + role + ")")
        .orElse(route.title());
  }
}

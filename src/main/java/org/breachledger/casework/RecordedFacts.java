package org.breachledger.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.incident.Value;
import org.breachledger.policy.PolicyProfile;

/** What decisions are as fields of the incident record: the newest of each subject counts. */
final class RecordedFacts {

  private final CaseRules rules;
  private final PolicyProfile profile;

  RecordedFacts(CaseRules rules) {
    this.rules = rules;
    this.profile = rules.profile();
  }

  /**
   * The fields.
   *
   * @param decisions in the order they were recorded
   * @param reviewed when the review was first signed off; empty where nobody has
   */
  Facts of(List<Decision> decisions, Optional<Moment> reviewed) {
    Map<String, Decision> newest = new LinkedHashMap<>();
    decisions.stream()
        .filter(decision -> !Closure.is(decision))
        .forEach(decision -> newest.put(decision.subject(), decision));
    Facts closure = Closure.facts(decisions);
    Facts facts = reviewed.map(moment -> closure.with(Field.RE_EVALUATED, moment)).orElse(closure);
    for (Decision decision : newest.values()) {
      facts = with(facts, decision);
    }
    return facts;
  }

  private Facts with(Facts facts, Decision decision) {
    Facts result = facts.joined(decision.facts());
    Optional<Field> routed =
        decision.outcome().equals(Decision.REFERRED)
            ? rules.routes().field(decision.subject())
            : Optional.empty();
    if (routed.isPresent()) {
      result = result.with(routed.get(), decision.when());
    }
    Map<Field, String> sets =
        rules
            .words()
            .find(decision.subject(), decision.outcome())
            .map(DecisionWord::sets)
            .orElse(Map.of());
    for (Map.Entry<Field, String> set : sets.entrySet()) {
      Optional<Value> value = value(set.getKey().kind(), set.getValue(), decision);
      if (value.isPresent()) {
        result = result.with(set.getKey(), value.get());
      }
    }
    return result;
  }

  private Optional<Value> value(FieldKind kind, String written, Decision decision) {
    return switch (written) {
      case "when" -> Optional.of(decision.when());
      case "by" -> Optional.of(new Text(decision.by().written(profile)));
      case "why" -> decision.why().map(Text::new);
      case "delay" -> decision.delay().map(Text::new);
      default -> Optional.of(kind.parse(written));
    };
  }
}

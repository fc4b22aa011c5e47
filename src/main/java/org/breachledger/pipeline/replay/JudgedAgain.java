package org.breachledger.pipeline.replay;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Field;
import org.breachledger.incident.Redacted;
import org.breachledger.normalise.CountedFacts;
import org.breachledger.normalise.TypeDecision;
import org.breachledger.normalise.Typing;
import org.breachledger.severity.RepeatCandidate;
import org.jspecify.annotations.Nullable;

/** An incident of the past with its type and how it is counted. */
record JudgedAgain(PastIncident incident, TypeDecision type, CountedFacts counted) {

  static JudgedAgain of(PastIncident incident, Typing typing, LocalDate asOf) {
    String category = Redacted.told(incident.facts(), Field.REPORTED_TYPE).orElse(null);
    String text = Redacted.told(incident.facts(), Field.DESCRIPTION).orElse(null);
    TypeDecision decision =
        incident.confirmed() == null
            ? typing.decide(category, text)
            : typing.confirmed(
                incident.confirmed(),
                Objects.requireNonNull(incident.confirmedOn()),
                category,
                text);
    return new JudgedAgain(incident, decision, CountedFacts.of(incident.facts(), decision, asOf));
  }

  @Nullable LocalDate day() {
    return counted.day().map(CountingDay::day).orElse(null);
  }

  String breachType() {
    return type.findBreachType().orElse(BreachType.UNTYPED);
  }

  boolean isA(CountedAs kind) {
    return counted.countedAs() == kind;
  }

  /** As the search for repeats sees it; empty where it has no day. */
  Optional<RepeatCandidate> candidate() {
    return counted
        .day()
        .map(
            day ->
                new RepeatCandidate(
                    incident.id(),
                    incident.reference() == null ? "" : incident.reference(),
                    incident.schoolGiven() ? String.valueOf(incident.schoolId()) : "",
                    breachType(),
                    day.day(),
                    counted.registered(),
                    isA(CountedAs.INCIDENT)));
  }
}

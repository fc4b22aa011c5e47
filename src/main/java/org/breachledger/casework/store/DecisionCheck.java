package org.breachledger.casework.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.DecisionWord;
import org.breachledger.casework.ScoreCorrection;
import org.breachledger.incident.Moment;

/** Refuses a decision nobody could look up, one without its reason, and one still to come. */
final class DecisionCheck {

  private final CaseRules rules;

  DecisionCheck(CaseRules rules) {
    this.rules = rules;
  }

  void check(Decision decision, AsOf asOf) {
    happened(decision.when(), asOf);
    if (Closure.is(decision)) {
      throw CaseRefused.unknown("a case is closed with: case close, and opened with: case reopen");
    }
    if (ScoreCorrection.is(decision) && !decision.withdrawn()) {
      throw CaseRefused.unknown("a score is corrected with: case score");
    }
    boolean route = rules.routes().lines().contains(decision.subject());
    if (!route && rules.words().outcomes(decision.subject()).isEmpty()) {
      List<String> all = new ArrayList<>(rules.words().subjects());
      throw CaseRefused.unknown(
          "there is no subject \""
              + decision.subject()
              + "\"; decide on one of "
              + String.join(", ", all)
              + ", or refer to one of "
              + String.join(", ", rules.routes().lines()));
    }
    if (decision.withdrawn()) {
      return;
    }
    if (route) {
      referral(decision);
    } else {
      decision(decision);
    }
  }

  static void happened(Moment moment, AsOf asOf) {
    if (moment.span().filter(span -> span.earliest().isAfter(asOf.instant())).isPresent()) {
      throw CaseRefused.unknown(
          "the moment lies after " + asOf.day() + ", from which the record is looked at");
    }
  }

  private static void referral(Decision decision) {
    if (!List.of(Decision.REFERRED, Decision.NOT_NEEDED).contains(decision.outcome())) {
      throw CaseRefused.unknown("a referral is referred, not-needed or withdrawn");
    }
    needReason(decision, decision.outcome().equals(Decision.NOT_NEEDED));
  }

  private void decision(Decision decision) {
    Optional<DecisionWord> word = rules.words().find(decision.subject(), decision.outcome());
    if (word.isEmpty()) {
      throw CaseRefused.unknown(
          "\""
              + decision.subject()
              + "\" has no outcome \""
              + decision.outcome()
              + "\"; choose one of "
              + String.join(
                  ", ",
                  rules.words().outcomes(decision.subject()).stream()
                      .map(DecisionWord::outcome)
                      .toList())
              + ", withdrawn");
    }
    needReason(decision, word.get().reasonNeeded());
  }

  private static void needReason(Decision decision, boolean needed) {
    if (needed && decision.why().isEmpty()) {
      throw CaseRefused.unknown(
          decision.subject() + " " + decision.outcome() + " needs its reason; write it with --why");
    }
  }
}

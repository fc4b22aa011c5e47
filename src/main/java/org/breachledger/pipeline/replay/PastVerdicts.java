package org.breachledger.pipeline.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.normalise.Typing;
import org.breachledger.severity.RepeatCandidate;
import org.breachledger.severity.Repeats;
import org.breachledger.severity.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Types, scores and times every incident of the past again: once through for the repeats and the
 * counts, then once more for scores and verdicts.
 */
final class PastVerdicts {

  private final PastRegister past;
  private final PastRules rules;
  private final Typing typing;
  private final AsOf asOf;
  private final Map<Long, String> cited = new HashMap<>();

  /**
   * One incident with all its verdicts.
   *
   * @param repeats the incident it repeats, as others cite it; null where it repeats none
   * @param duties a verdict for each duty with a time limit
   */
  record Judged(
      JudgedAgain again, Severity severity, @Nullable String repeats, List<DutyVerdict> duties) {

    Judged {
      duties = List.copyOf(duties);
    }

    PastIncident incident() {
      return again.incident();
    }
  }

  PastVerdicts(PastRegister past, PastRules rules, AsOf asOf) {
    this.past = past;
    this.rules = rules;
    this.typing =
        past.learned()
            .map(version -> Typing.with(rules.types(), version))
            .orElseGet(() -> Typing.byRules(rules.types()));
    this.asOf = asOf;
  }

  /** Counts all incidents, and finds which of them repeat another. */
  void count(PastCounts counts) {
    List<RepeatCandidate> candidates = new ArrayList<>();
    Map<Long, String> citations = new HashMap<>();
    past.each(
        incident -> {
          JudgedAgain judged = JudgedAgain.of(incident, typing, asOf.day());
          counts.add(judged);
          judged.candidate().ifPresent(candidates::add);
          citations.put(incident.id(), incident.citation());
        });
    Repeats.find(candidates)
        .forEach(
            (id, before) -> cited.put(id, citations.getOrDefault(before.id(), before.reference())));
  }

  /** Visits every incident with its verdicts, once the repeats are known. */
  void each(Consumer<Judged> visitor) {
    past.each(incident -> visitor.accept(judged(JudgedAgain.of(incident, typing, asOf.day()))));
  }

  private Judged judged(JudgedAgain again) {
    String repeats = cited.get(again.incident().id());
    Severity severity =
        rules
            .severity()
            .score(
                again.counted().facts(), again.type().breachType(), Optional.ofNullable(repeats));
    DeadlineFacts facts = DeadlineFacts.from(again.counted().facts(), severity.categoryLevel());
    return new Judged(again, severity, repeats, rules.cases().deadlines().judge(facts, asOf));
  }
}

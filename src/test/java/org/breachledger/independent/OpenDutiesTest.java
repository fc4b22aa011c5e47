package org.breachledger.independent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.Duties;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.Facts;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called settled stays as it was judged at any later moment; much of the rest does not. */
class OpenDutiesTest {

  private static final List<String> MOMENTS =
      List.of(
          "2024-03-31T00:30",
          "2025-01-15T09:00",
          "2026-01-31T23:59",
          "2026-07-31T12:00",
          "2026-08-14T12:00",
          "2026-10-25T01:30",
          "2028-03-01T00:00");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category-levels",
        "co-operative-trust",
        "dpo-service",
        "maintained-school",
        "trust-ceo"
      })
  void whatIsSettledStaysAsItWasJudged(String name) {
    PolicyProfile profile = PolicyProfile.read(EditedPolicy.shipped(), name);
    DeadlineRules rules = new DeadlineRules(Duties.read(EditedPolicy.shipped(), profile), profile);
    int settled = 0;
    int changed = 0;
    int waited = 0;
    for (Facts facts : RandomIncidents.of(20_261_122, 1500)) {
      for (int level = 0; level < 3; level++) {
        DeadlineFacts known = DeadlineFacts.from(facts, Optional.of(level));
        for (int i = 0; i < MOMENTS.size() - 1; i++) {
          AsOf now = AsOf.parse(MOMENTS.get(i));
          List<DutyVerdict> judged = rules.judge(known, now);
          boolean open = DeadlineRules.open(known, judged, now);
          settled += open ? 0 : 1;
          for (String moment : MOMENTS.subList(i + 1, MOMENTS.size())) {
            boolean same =
                verdicts(judged).equals(verdicts(rules.judge(known, AsOf.parse(moment))));
            changed += same ? 0 : 1;
            boolean waits =
                DeadlineRules.judgeAgain(known, judged, now)
                    .filter(from -> !from.isAfter(AsOf.parse(moment).instant()))
                    .isEmpty();
            waited += open && waits ? 1 : 0;
            assertThat(same || !waits)
                .as("%s, judged at %s, not to be looked at by %s", facts, MOMENTS.get(i), moment)
                .isTrue();
            assertThat(open || same)
                .as("%s, settled at %s, another at %s", facts, MOMENTS.get(i), moment)
                .isTrue();
          }
        }
      }
    }
    assertThat(settled).as("settled").isGreaterThan(1000);
    assertThat(waited).as("open, and yet not looked at").isGreaterThan(1000);
    assertThat(changed).as("changed by time").isGreaterThan(1000);
  }

  private static List<Verdict> verdicts(List<DutyVerdict> judged) {
    return judged.stream().map(DutyVerdict::verdict).toList();
  }
}

package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntoldTest {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final DeadlineRules RULES =
      DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT));

  /** Every row is a duty of which nobody can tell. */
  @ParameterizedTest(name = "{0} at level {1}: {6}")
  @CsvSource({
    // duty, level, identified, decision, decided, notified
    "ico_decision, '', 2026-06-01, '', '', '', LEVEL_UNKNOWN",
    "ico_legal_clock, '', 2026-06-01, '', '', '', LEVEL_UNKNOWN",
    "ico_legal_clock, '', '', '', '', '', LEVEL_UNKNOWN",
    "ico_legal_clock, 2, 2026-06-01, '', '', '', UNDECIDED",
    "ico_legal_clock, 2, '', '', '', '', MOMENT",
    // decided in time, and one second after the as-of
    "ico_legal_clock, 2, '', notify, 2026-07-01T03:00, '', MOMENT",
    "ico_legal_clock, 2, 2026-06-01, notify, 2026-07-01T03:00:01, '', UNDECIDED",
    "ico_legal_clock, '', 2026-06-01, '', '', undated, MOMENT",
    "ico_legal_clock, '', 2026-06-01, '', '', 2026-06-04, MOMENT",
    "ico_decision, 2, 2026-06-01, notify, '', '', MOMENT",
    "form_a, '', 2026-06-01, '', '', '', MOMENT",
  })
  void theReasonIsTheOneTheVerdictWasWithheldFor(
      String duty,
      String level,
      String identified,
      String decision,
      String decided,
      String notified,
      Untold reason) {
    Map<Field, Value> values = new HashMap<>();
    put(values, Field.IDENTIFIED, identified);
    put(values, Field.ICO_DECIDED, decided);
    put(values, Field.ICO_NOTIFIED, notified);
    if (!decision.isEmpty()) {
      values.put(Field.ICO_DECISION, new Code(decision));
    }
    DeadlineFacts facts =
        DeadlineFacts.from(
            new Facts(values),
            Optional.of(level).filter(one -> !one.isEmpty()).map(Integer::valueOf));
    DutyVerdict verdict =
        RULES.judge(facts, WEDNESDAY_1_JULY).stream()
            .filter(one -> one.duty().code().equals(duty))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(Untold.of(verdict.duty(), facts, WEDNESDAY_1_JULY)).isEqualTo(reason);
  }

  private static void put(Map<Field, Value> values, Field field, String written) {
    if (written.equals("undated")) {
      values.put(field, new Moment.Undated());
    } else if (!written.isEmpty()) {
      values.put(field, ((IsoMoment.Read) IsoMoment.parse(written)).moment());
    }
  }
}

package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayBandsTest {

  private static final String FILE = "deadline/delay-bands.csv";

  private static DelayBands read(EditedPolicy policy) {
    return DelayBands.read(policy, PolicyProfile.read(policy, PolicyProfile.DEFAULT));
  }

  @ParameterizedTest(name = "aware {0}, identified {1}, notified {2}: {3}")
  @CsvSource({
    "2026-03-03T09:00:00Z, '', 2026-03-04T08:59:59Z, under-24",
    "2026-03-03T09:00:00Z, '', 2026-03-04T09:00:00Z, 24-to-72",
    "2026-03-03T09:00:00Z, '', 2026-03-06T09:00:00Z, 24-to-72",
    "2026-03-03T09:00:00Z, '', 2026-03-06T09:00:01Z, 72-to-168",
    "2026-03-03T09:00:00Z, '', 2026-03-10T09:00:00Z, 72-to-168",
    "2026-03-03T09:00:00Z, '', 2026-03-10T09:00:01Z, over-168",
    "2026-03-03, '', 2026-03-03, under-24",
    "2026-03-03, '', 2026-03-04, cannot-tell",
    "2026-03-03, '', 2026-03-05, 24-to-72",
    "2026-03-03, '', 2026-03-06, cannot-tell",
    "2026-03-03, '', 2026-03-07, 72-to-168",
    "2026-03-03, '', 2026-03-09, 72-to-168",
    "2026-03-03, '', 2026-03-10, cannot-tell",
    "2026-03-03, '', 2026-03-11, over-168",
    "'', 2026-03-03T09:00:00Z, 2026-03-04T09:00:00Z, 24-to-72",
    "'', '', 2026-03-04T09:00:00Z, cannot-tell",
    "2026-03-03, '', undated, cannot-tell",
    "2026-03-03, '', '', ''",
    "2026-03-03T09:00:00Z, '', 2026-03-03T09:00:00Z, under-24", // at once
    "2026-03-03T09:00:00Z, '', 2026-03-03T08:59:59Z, cannot-tell", // before: a slip
    "2026-03-03T09:00:00Z, '', 2026-03-03, under-24",
    "2026-03-03T09:00:00Z, '', 2026-03-02, cannot-tell",
    "2026-03-03, '', 2026-03-02, cannot-tell",
    "2026-03-03, '', 2026-03-03T00:00:00Z, under-24",
    "2026-03-03, '', 2026-03-02T23:59:59Z, cannot-tell",
    "'', 2026-03-03T09:00:00Z, 2026-03-02T09:00:00Z, cannot-tell",
    "2026-03-03, '', 2026-05-01, ''", // after the as-of: not notified yet
  })
  void bothSidesOfEachEdge(String aware, String identified, String notified, String band) {
    Map<Field, Moment> moments = new HashMap<>();
    put(moments, Field.AWARE, aware);
    put(moments, Field.IDENTIFIED, identified);
    put(moments, Field.ICO_NOTIFIED, notified);
    DeadlineFacts facts =
        new DeadlineFacts(
            moments,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            CountedAs.INCIDENT,
            false,
            Map.of());
    assertThat(read(EditedPolicy.shipped()).find(facts, AsOf.parse("2026-04-01")).orElse(""))
        .isEqualTo(band);
  }

  private static void put(Map<Field, Moment> moments, Field field, String written) {
    if (!written.isEmpty()) {
      moments.put(field, Moment.parse(written));
    }
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "24-to-72,24 hours to 72 hours,24 | 24-to-72,24 hours to 72 hours,25 | 4: gap or overlap:"
            + " this band must begin at_least 24",
        "more than 1 week,,168 | more than 1 week,168, | 6: gap or overlap: this band must begin"
            + " more_than 168",
        "less than 24 hours,,,24 | less than 24 hours,1,,24 | 4: gap or overlap: this band must"
            + " begin without a lower end",
        "hours,24,,,72 | hours,24,23,,72 | 5: write \"at_least\" or \"more_than\", not both",
        "more than 1 week,,168,, | more than 1 week,,168,,900 | 6: the last band, and only the"
            + " last, has no upper end",
      })
  void aWrongTableIsRefusedByLine(String old, String wanted, String message) {
    EditedPolicy edited = EditedPolicy.shipped().replace(FILE, old, wanted);
    assertThatThrownBy(() -> read(edited))
        .isInstanceOf(RefusedTable.class)
        .hasMessageStartingWith("jobs/" + FILE + ", line ")
        .hasMessageEndingWith(message.substring(message.indexOf(':') + 2));
  }
}

package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;

/** Each rule that is shipped, as a person reads it. */
class SignalRuleWordsTest {

  @Test
  void everyShippedRuleInASentence() {
    Map<String, String> words =
        SignalRules.read(new JobsFolder(null)).rules().stream()
            .collect(Collectors.toMap(SignalRule::code, SignalRuleWords::of));

    assertThat(words)
        .isEqualTo(
            Map.of(
                "failed-log-ins",
                "5 failed log-ins or more of one account, close together: within 10 minutes.",
                "failed-log-ins-from-one-address",
                "20 failed log-ins or more from one address, close together: within 10 minutes.",
                "mass-export",
                "10 exports or 500 records or more of one account, close together: within 1 hour.",
                "out-of-hours",
                "1 line or more of one account outside opening hours, close together: within"
                    + " 1 hour.",
                "shared-account",
                "3 addresses or more of one account, close together: within 15 minutes."));
  }
}

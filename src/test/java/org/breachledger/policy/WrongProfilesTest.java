package org.breachledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.policy.WrongProfiles.Wrong;
import org.breachledger.severity.SeverityRules;
import org.junit.jupiter.api.Test;

/**
 * The shipped profile, edited to be wrong in ten ways: the program reads its rules in this order at
 * every start, and stops with one plain sentence that names the file, the line and what is allowed.
 */
class WrongProfilesTest {

  @Test
  void eachIsRefusedWithItsOwnSentence() {
    List<String> refusals = new ArrayList<>();
    for (Wrong wrong : WrongProfiles.TEN) {
      EditedPolicy edited =
          EditedPolicy.shipped().replace(WrongProfiles.FILE, wrong.old(), wrong.edited());
      assertThatThrownBy(() -> start(edited))
          .as(wrong.edited())
          .isInstanceOf(RefusedTable.class)
          .hasMessage(wrong.refusal());
      refusals.add(wrong.refusal());
    }
    assertThat(refusals).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
  }

  @Test
  void theShippedOneIsNot() {
    start(EditedPolicy.shipped());
  }

  private static void start(PolicySource tables) {
    PolicyProfile profile = PolicyProfile.read(tables, PolicyProfile.DEFAULT);
    SeverityRules.read(tables, profile);
    DeadlineRules.read(tables, profile);
    DelayBands.read(tables, profile);
  }
}

package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionsTest {

  private static final String ONE =
      """
      roles:
        - code: head
          title: Headteacher
      subscriptions:
        - report: governors
          role: head
          paper: link
          nothing: skip
          says: Here it is.
      """;

  @Test
  void whatIsShippedSendsLinksAndNilStatements() {
    assertThat(Subscriptions.read(new JobsFolder(null)).list())
        .extracting(Subscription::report, Subscription::role, Subscription::form)
        .containsExactly(
            tuple("governors", "head", PaperForm.LINK),
            tuple("governors", "governors", PaperForm.LINK),
            tuple("board", "board", PaperForm.LINK),
            tuple("board", "dpo", PaperForm.LINK),
            tuple("working-group", "working-group", PaperForm.LINK));
    assertThat(Subscriptions.read(new JobsFolder(null)).list())
        .allMatch(Subscription::tellsNothing);
  }

  @Test
  void aSubscriptionMayBeForSomeSchoolsOnly() {
    String some = ONE.replace("    paper: link", "    schools: [Rowan, 100002]\n    paper: link");

    assertThat(read(some).list().get(0).schools()).containsExactlyInAnyOrder("rowan", "100002");
    assertThat(read(ONE).list().get(0).schools()).isEmpty();
    assertThat(read(ONE).list().get(0).tellsNothing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report: governors | report: alert-pack | \"alert-pack\" is no report; allowed are"
            + " governors, board, working-group",
        "role: head | role: nobody | \"nobody\" is no role; allowed are head",
        "paper: link | paper: fax | \"fax\" is no paper; allowed are link, attachment, protected",
        "nothing: skip | nothing: perhaps | \"perhaps\" is no nothing; allowed are send, skip",
        "says: Here it is. | says: | key \"says\" is missing",
        "says: Here it is. | say: Here it is. | key \"say\" is unknown",
        "code: head | code: The Head | a role's code is made of small letters",
      })
  void whatIsNoSubscriptionIsRefusedByItsLine(String line, String wrong, String sentence) {
    assertThatThrownBy(() -> read(ONE.replace(line, wrong)))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("jobs/alerting/subscriptions.yaml, line ")
        .hasMessageContaining(sentence);
  }

  @Test
  void aRoleGetsAReportOnceUnlessTheSchoolsAreOthers() {
    String again = ONE.substring(ONE.indexOf("  - report"));
    assertThatThrownBy(() -> read(ONE + again))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("has a subscription to this report already");

    String rowan = ONE.replace("    paper: link", "    schools: [Rowan]\n    paper: link");
    String alder = again.replace("    paper: link", "    schools: [Alder]\n    paper: attachment");
    assertThat(read(rowan + alder).list()).hasSize(2);
  }

  private static Subscriptions read(String text) {
    return Subscriptions.read(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.of(text);
          }

          @Override
          public List<String> list(String folder, String ending) {
            return List.of();
          }
        });
  }
}

package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.alerting.PaperForm;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientFileTest {

  private static final Set<String> ROLES = Set.of("head", "board");

  @TempDir Path home;

  @Test
  void aLineIsSomebodyBehindARole() throws Exception {
    List<Recipient> read =
        read(
            """
            # who gets papers
            role,school,address,paper,password
            head,Rowan Primary School,rowan@example.org,protected,env:ROWAN
            board,,one@example.org,,
            board,,two@example.org,attachment,
            """);

    assertThat(read)
        .containsExactly(
            new Recipient(
                "head",
                "Rowan Primary School",
                "rowan@example.org",
                Optional.of(PaperForm.PROTECTED),
                Optional.of("env:ROWAN")),
            new Recipient("board", "", "one@example.org", Optional.empty(), Optional.empty()),
            new Recipient(
                "board",
                "",
                "two@example.org",
                Optional.of(PaperForm.ATTACHMENT),
                Optional.empty()));
    assertThat(RecipientFile.ofNoSchool(read))
        .isEqualTo(Map.of("board", List.of("one@example.org", "two@example.org")));
    assertThat(read.toString()).doesNotContain("example.org");
  }

  @Test
  void paperAndPasswordMayBeLeftOut() throws Exception {
    assertThat(read("role,school,address\nboard,,one@example.org\n")).hasSize(1);
  }

  @Test
  void withoutTheFileThereIsNobody() {
    assertThat(RecipientFile.read(home.resolve("missing.csv"), ROLES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "canary,,canary@example.org,, | recipients.csv, line 2: the role is unknown; allowed are"
            + " board, head",
        "head,,canary,, | recipients.csv, line 2, address",
        "head,,canary@example.org,fax, | line 2: the paper must be one of link",
        "head,,canary@example.org,,canary | line 2: the password must be env:NAME or file:PATH",
        "head,canary@example.org | its first line that is no comment must be",
      })
  void whatCannotBeUsedIsNamedByItsLineAndNotQuoted(String line, String sentence) {
    assertThatThrownBy(() -> read("role,school,address,paper,password\n" + line + "\n"))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aFileWithoutItsHeadingIsNotQuotedEither() {
    assertThatThrownBy(() -> read("head,,canary@example.org\n"))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageNotContaining("canary");
  }

  private List<Recipient> read(String text) throws Exception {
    Path file = Files.writeString(home.resolve("recipients.csv"), text);
    return RecipientFile.read(file, ROLES);
  }
}

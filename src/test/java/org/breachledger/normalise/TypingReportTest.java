package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypingReportTest {

  private static final TypeRules RULES = TypeRules.read(Tables.shipped());

  private static final TypingReport.Columns COLUMNS =
      new TypingReport.Columns("summary", "category_text", "label");

  @TempDir private Path folder;

  private static TypingReport real(String name) throws IOException {
    String data = System.getProperty("breachledger.real-data");
    assumeTrue(data != null, "skipped: -Dbreachledger.real-data is not set");
    Path file = Path.of(data, "classification", name);
    assumeTrue(Files.isRegularFile(file), "skipped: there is no " + file);
    TypingReport report = TypingReport.of(RULES, file, COLUMNS);
    System.out.println(name + "\n" + report.written());
    return report;
  }

  @Test
  void incidentSummariesReachTheGoals() throws IOException {
    TypingReport report = real("vcdb-dev.csv");
    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.93);
    assertThat(report.macroF1()).isGreaterThanOrEqualTo(0.88);
    assertThat(report.highRight()).isGreaterThanOrEqualTo(0.97);
    assertThat(report.highCoverage()).isGreaterThanOrEqualTo(0.75);
    assertThat(report.lowCueReview()).isGreaterThanOrEqualTo(0.90);
    assertThat(report.review()).isLessThanOrEqualTo(0.35);
  }

  @Test
  void regulatorsNarrativesReachTheGoals() throws IOException {
    TypingReport report = real("hhs-dev.csv");
    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.92);
    assertThat(report.macroF1()).isGreaterThanOrEqualTo(0.87);
  }

  @Test
  void everyCategoryOfEveryVocabularyIsRight() throws IOException {
    TypingReport report = real("category-vocabularies.csv");
    assertThat(report.size()).isEqualTo(47);
    assertThat(report.accuracy()).isEqualTo(1.0);
  }

  @Test
  void figuresOfASmallFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("labelled.csv"),
            "summary,label,also_acceptable,low_cue\n"
                + "The laptop was stolen from a car.,LOST_OR_STOLEN_HARDWARE,,no\n"
                + "Letter sent to the wrong parent.,OTHER,DISCLOSED_IN_ERROR,no\n"
                + "Something happened.,OTHER,,yes\n");
    TypingReport report = TypingReport.of(RULES, file, COLUMNS);
    assertThat(report.size()).isEqualTo(3);
    assertThat(report.accuracy()).isEqualTo(2 / 3.0);
    assertThat(report.lowCueReview()).isEqualTo(1.0);
    assertThat(report.written()).contains("accuracy 0.6667", "LOST_OR_STOLEN_HARDWARE");
  }

  @Test
  void theTableSaysWhatWasTakenForWhat() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own-columns.csv"),
            "what,kind,right\n"
                + "The laptop was stolen from a car.,,OTHER\n"
                + ",Phishing,TECHNICAL_SECURITY_FAILING\n");
    TypingReport report =
        TypingReport.of(RULES, file, new TypingReport.Columns("what", "kind", "right"));
    assertThat(report.accuracy()).isEqualTo(0.5);
    assertThat(report.confusion())
        .isEqualTo(
            Map.of(
                "OTHER", Map.of("LOST_OR_STOLEN_HARDWARE", 1),
                "TECHNICAL_SECURITY_FAILING", Map.of("TECHNICAL_SECURITY_FAILING", 1)));
  }

  /** A blank label asks for no type; a label that is no code is named: it is never right. */
  @Test
  void blankAndUnknownLabelsAreWrittenForWhatTheyAre() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("odd-labels.csv"),
            "summary,label\n"
                + "Letter sent to the wrong parent.,\n"
                + "Some green gimmick hummed.,\n"
                + "The laptop was stolen from a car.,STOLEN\n");
    TypingReport report = TypingReport.of(RULES, file, COLUMNS);
    assertThat(report.accuracy()).isEqualTo(1 / 3.0);
    assertThat(report.written().lines().map(line -> line.strip().replaceAll(" +", " ")).skip(1))
        .containsExactly(
            "(none) F1 0.667 taken for {(none)=1, DISCLOSED_IN_ERROR=1}",
            "STOLEN F1 0.000 taken for {LOST_OR_STOLEN_HARDWARE=1}",
            "no code of normalise/breach-types.csv, so never right: STOLEN");
  }
}

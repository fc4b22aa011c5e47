package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.SamplePapers;
import org.breachledger.reporting.SampleWorkingLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every paper meets PDF/UA-1 and PDF/A-2a, however much or little there is to say. */
class AccessiblePdfIT {

  private static final PaperPress PRESS = new PaperPress();

  static Stream<Paper> papers() {
    return Stream.of(
        SamplePapers.governors("Alder Brook Primary School", 0),
        SamplePapers.governors("Alder Brook Primary School", 1),
        SamplePapers.governors("Alder Brook Primary School", 40),
        SamplePapers.silent("Elmhurst Rise Academy"),
        SamplePapers.board(0, 0),
        SamplePapers.board(1, 1),
        SamplePapers.board(6, 40),
        SamplePapers.board(60, 400),
        SamplePapers.restated(SamplePapers.governors("Alder Brook Primary School", 40), 9),
        SamplePapers.restated(SamplePapers.board(6, 40), 50),
        SamplePapers.alert("Birchmere Academy", 0),
        SamplePapers.alert("Birchmere Academy", 1),
        SamplePapers.alert(AlertPack.ALL, 40),
        SamplePapers.decisions(AlertPack.ALL, 0),
        SamplePapers.decisions("Birchmere Academy", 1),
        SamplePapers.decisions("Birchmere Academy", 90),
        SamplePapers.reviews(AlertPack.ALL, 0),
        SamplePapers.reviews("Birchmere Academy", 1),
        SamplePapers.reviews("Birchmere Academy", 90),
        SamplePapers.retention(AlertPack.ALL, 0),
        SamplePapers.retention("Birchmere Academy", 1),
        SamplePapers.retention(AlertPack.ALL, 40),
        SamplePapers.retention("Birchmere Academy", 40),
        SamplePapers.certificate("Birchmere Academy", 1),
        SamplePapers.certificate(AlertPack.ALL, 40),
        SampleWorkingLists.list(0),
        SampleWorkingLists.list(1),
        SampleWorkingLists.list(40),
        SampleWorkingLists.list("Birchmere Academy", 40));
  }

  static Stream<Paper> longPapers() {
    return Stream.of(
        SamplePapers.governors("Alder Brook Primary School", 1000),
        SamplePapers.board(60, 1000),
        SamplePapers.alert("Birchmere Academy", 1000),
        SamplePapers.decisions(AlertPack.ALL, 1000),
        SamplePapers.reviews(AlertPack.ALL, 1000),
        SamplePapers.retention(AlertPack.ALL, 1000),
        SampleWorkingLists.list(1000));
  }

  @ParameterizedTest
  @MethodSource({"papers", "longPapers"})
  void veraPdfFindsNoFailedCheck(Paper paper) {
    assertThat(Conformance.failures(PRESS.print(paper))).isEmpty();
  }

  @Test
  void veraPdfSeesWhatIsMissing() throws IOException {
    ByteArrayOutputStream untagged = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(untagged);
    }
    assertThat(Conformance.failures(untagged.toByteArray()))
        .anyMatch(failure -> failure.contains("ua1"))
        .anyMatch(failure -> failure.contains("2a"));
  }
}

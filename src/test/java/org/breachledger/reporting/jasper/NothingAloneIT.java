package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.SamplePapers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No note stands on a page without its table, no row alone on a table's last page. */
class NothingAloneIT {

  private static final PaperPress PRESS = new PaperPress();
  private static final String QUIET_TYPES = "No incident is on record in either half for";
  private static final String MORE = "more are on record";
  private static final String UNCHANGED = "The earlier paper stays as it was published";

  static Stream<Paper> papersWithNotes() {
    String school = "Alder Brook Primary School";
    return Stream.of(
            IntStream.rangeClosed(0, 24).mapToObj(n -> SamplePapers.governors(school, n)),
            IntStream.of(40, 400, 5000).mapToObj(n -> SamplePapers.governors(school, n)),
            IntStream.rangeClosed(1, 24)
                .mapToObj(n -> SamplePapers.restated(SamplePapers.governors(school, 40), n)),
            Stream.of(SamplePapers.board(6, 3), SamplePapers.board(6, 40)))
        .flatMap(papers -> (Stream<? extends Paper>) papers);
  }

  @ParameterizedTest
  @MethodSource("papersWithNotes")
  void aNoteStandsBelowItsTable(Paper paper) throws IOException {
    for (String first : firstLines(paper)) {
      assertThat(first)
          .doesNotStartWith(QUIET_TYPES)
          .doesNotContain(MORE)
          .doesNotStartWith(UNCHANGED);
    }
  }

  /** So many rows that the page's end comes before each of the last ones once. */
  static Stream<Paper> tables() {
    return IntStream.rangeClosed(30, 48).mapToObj(n -> SamplePapers.alert(AlertPack.ALL, n));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noRowStandsAloneOnTheLastPage(Paper paper) throws IOException {
    List<String> pages = pages(paper);
    long rows = pages.get(pages.size() - 1).lines().filter(line -> line.startsWith("LLT-")).count();
    assertThat(rows).isNotEqualTo(1);
  }

  private static List<String> firstLines(Paper paper) throws IOException {
    return pages(paper).stream()
        .skip(1)
        .map(page -> page.lines().skip(1).findFirst().orElse(""))
        .toList();
  }

  private static List<String> pages(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
      return pages;
    }
  }
}

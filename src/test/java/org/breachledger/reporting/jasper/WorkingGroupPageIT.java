package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.reporting.Listed;
import org.breachledger.reporting.SampleWorkingLists;
import org.breachledger.reporting.WorkingGroupPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The working list as it is printed: every line it keeps is there, and says where it was read. */
class WorkingGroupPageIT {

  private static final PaperPress PRESS = new PaperPress();
  private static final String LONG_NAME =
      "The Blessed Oswin of Castleborough and Saint Werburgh Voluntary Aided Church of England and"
          + " Roman Catholic Joint Primary School and Nursery, Upper Windlebury";

  @Test
  void everyLineSaysWhereItWasRead() throws IOException {
    WorkingGroupPaper paper = SampleWorkingLists.list(40);
    List<String> heard = HeardPdf.lines(PRESS.print(paper));
    assertThat(paper.incidents())
        .allSatisfy(
            one ->
                assertThat(heard)
                    .containsSubsequence(
                        "TH " + one.reference(),
                        "TD " + one.school(),
                        "TD " + one.dayWords(),
                        "TD " + one.importId(),
                        "TD " + one.sheet(),
                        "TD " + one.line()));
    String seen = seen(paper);
    assertThat(paper.sentences().summary())
        .allSatisfy(sentence -> assertThat(seen).contains(squeezed(sentence)));
    assertThat(paper.incidents())
        .allSatisfy(
            one ->
                assertThat(seen)
                    .contains(squeezed(one.dutyWords()))
                    .contains(squeezed(one.decisionWords())));
    assertThat(paper.actions())
        .allSatisfy(one -> assertThat(seen).contains(squeezed(one.ownerWords() + one.dueWords())));
    assertThat(paper.returned())
        .allSatisfy(one -> assertThat(seen).contains(squeezed(one.importWords() + one.dayWords())));
  }

  @Test
  void withNothingToDoThereIsNoEmptyTable() throws IOException {
    WorkingGroupPaper paper = SampleWorkingLists.list(0);
    assertThat(HeardPdf.lines(PRESS.print(paper)))
        .contains("P Nothing waits: no incident is open, and nothing is overdue or missing.")
        .noneMatch(line -> line.startsWith("TH "));
    assertThat(seen(paper)).doesNotContain("null");
  }

  /** A paper about one school need not name it in every row. */
  @Test
  void oneSchoolIsNamedOnce() {
    List<String> heard = HeardPdf.lines(PRESS.print(SampleWorkingLists.list(LONG_NAME, 40)));
    assertThat(heard).contains("H1 Working list: " + LONG_NAME);
    assertThat(heard).noneMatch(line -> line.equals("TH School"));
  }

  /** A table that runs over pages has its headings on each of them, and is heard with one set. */
  @ParameterizedTest
  @ValueSource(ints = {40, 1000})
  void headingsComeAgainOnEveryPage(int incidents) throws IOException {
    byte[] pdf = PRESS.print(SampleWorkingLists.list(incidents));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(4);
      for (int page = 2; page <= pages; page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document))
            .as("page %d", page)
            .containsPattern("Reference|School\\s|Import\\s")
            .contains("Page " + page + " of " + pages);
      }
    }
    assertThat(HeardPdf.lines(pdf)).filteredOn("TH Duties"::equals).hasSize(1);
  }

  /** What a long list leaves out is said above its table, and is not there. */
  @Test
  void aLongListSaysWhatItLeavesOut() throws IOException {
    WorkingGroupPaper paper = SampleWorkingLists.list(Listed.MOST + 1);
    assertThat(HeardPdf.lines(PRESS.print(paper)))
        .contains("P " + paper.sentences().incidents())
        .filteredOn(line -> line.startsWith("TH LLT-2026-"))
        .hasSize(
            Listed.MOST
                + paper.closings().size()
                + paper.actions().size()
                + paper.reviews().size());
    assertThat(paper.sentences().incidents()).contains("The other line is left out here");
  }

  private static String seen(WorkingGroupPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      PDFTextStripper stripper = new PDFTextStripper();
      return squeezed(stripper.getText(document));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }
}

package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.DecisionPaper;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.HalfVerdict;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.ReviewPaper;
import org.breachledger.reporting.SamplePapers;
import org.breachledger.reporting.SchoolTypeCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader sees and hears on the printed pages. */
class PaperPressIT {

  private static final PaperPress PRESS = new PaperPress();
  private static final String LONG_NAME =
      "The Blessed Oswin of Castleborough and Saint Werburgh Voluntary Aided Church of England and"
          + " Roman Catholic Joint Primary School and Nursery, Upper Windlebury";

  static Stream<Paper> papers() {
    return Stream.of(
        SamplePapers.governors(LONG_NAME, 0),
        SamplePapers.governors("Alder Brook Primary School", 40),
        SamplePapers.silent("Elmhurst Rise Academy"),
        SamplePapers.board(60, 400),
        SamplePapers.alert(LONG_NAME, 40));
  }

  @Test
  void everyNumberOfAGovernorPaperIsOnThePage() throws IOException {
    GovernorPaper paper = SamplePapers.governors(LONG_NAME, 40);
    String seen = seen(paper);
    List<String> rows = new ArrayList<>(paper.sentences().summary());
    rows.addAll(paper.sentences().questions());
    rows.addAll(paper.sentences().dataQuality());
    paper
        .typesThatHappened()
        .forEach(type -> rows.add(type.title() + type.previous() + type.current()));
    paper.typesThatHappened().forEach(type -> rows.add(type.verdictWords() + type.evidence()));
    paper.dutiesThatApplied().forEach(duty -> rows.add(duty.kept() + duty.late() + duty.overdue()));
    paper.levelTwo().forEach(one -> rows.add(one.reference() + one.occurredWords()));
    rows.add(LONG_NAME);
    rows.add(paper.sentences().headline());
    rows.add(paper.sentences().nearMisses());
    rows.add("Data as at 1 July 2026, 03:00");
    rows.add("Category levels, version 2026.1 · Edition 1 · Record 4f1c92ab07de");
    assertThat(rows).allSatisfy(row -> assertThat(seen).contains(squeezed(row)));
  }

  @Test
  void everyRowOfABoardPaperIsOnThePage() throws IOException {
    BoardPaper paper = SamplePapers.board(60, 400);
    String seen = seen(paper);
    List<String> rows = new ArrayList<>();
    paper.grid().forEach(cell -> rows.add(cell.school()));
    paper.levelTwo().forEach(one -> rows.add(one.reference()));
    paper.actions().forEach(one -> rows.add(one.school() + one.open() + one.overdue()));
    paper.flagged().forEach(one -> rows.add(one.reference() + one.occurredWords() + one.type()));
    paper.missing().forEach(one -> rows.add(one.school() + one.monthWords()));
    assertThat(rows).allSatisfy(row -> assertThat(seen).contains(squeezed(row)));
  }

  @Test
  void everyRowOfTheCaseworkPapersIsOnThePage() throws IOException {
    DecisionPaper decisions = SamplePapers.decisions(LONG_NAME, 90);
    String seen = seen(decisions);
    assertThat(decisions.rows())
        .allSatisfy(
            row ->
                assertThat(seen)
                    .contains(squeezed(row.reference()))
                    .contains(squeezed(row.outcome())));
    assertThat(seen)
        .contains(
            squeezed(
                "90 incidents: 30 decisions and referrals the policy asks for are not on record."))
        .contains(squeezed("18 pieces are missing of incidents that are closed."))
        .contains(squeezed("root cause is missing"));
    ReviewPaper reviews = SamplePapers.reviews(LONG_NAME, 90);
    String queue = seen(reviews);
    assertThat(reviews.rows())
        .allSatisfy(
            row ->
                assertThat(queue)
                    .contains(squeezed(row.reference()))
                    .contains(squeezed(row.dueWords())));
    assertThat(queue).contains(squeezed("90 incidents wait for review, 45 of them overdue."));
  }

  @Test
  void everyIncidentBehindAnAlertIsTraced() throws IOException {
    AlertPack pack = SamplePapers.alert(AlertPack.ALL, 40);
    String seen = seen(pack);
    assertThat(pack.incidents())
        .allSatisfy(
            one ->
                assertThat(seen)
                    .contains(squeezed(one.reference() + one.dayWords() + one.school()))
                    .contains(squeezed("" + one.importId() + one.sheet() + one.line())));
  }

  @Test
  void theGridSaysThisHalfAndTheHalfBefore() {
    BoardPaper paper = SamplePapers.board(6, 40);
    List<String> heard = HeardPdf.lines(PRESS.print(paper));
    int row = heard.indexOf("TH Birchmere Academy");
    List<String> cells =
        paper.grid().stream()
            .filter(cell -> cell.school().equals("Birchmere Academy"))
            .map(cell -> "TD " + cell.words())
            .toList();
    assertThat(heard.subList(row + 1, row + 1 + cells.size())).isEqualTo(cells);
    assertThat(heard.get(row + 1 + cells.size())).isEqualTo("TD 10 (6)");
  }

  @Test
  void moreTypesThanAPageIsWideMakeTwoTables() {
    List<SchoolTypeCount> wide =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new SchoolTypeCount("Birchmere", "Kind " + i, 1, i, HalfVerdict.NOT_REDUCED))
            .toList();
    List<String> heard =
        HeardPdf.lines(PRESS.print(SamplePapers.withGrid(SamplePapers.board(1, 1), wide)));
    assertThat(heard).containsSubsequence("TH Kind 11", "TH Birchmere", "TD 11 (1)", "TD 66 (12)");
    assertThat(heard)
        .containsSubsequence("P Types 13 to 20 of 20.", "TH Kind 12", "TH Birchmere", "TD 12 (1)");
  }

  static Stream<Paper> caseworkPapers() {
    return Stream.of(
        SamplePapers.decisions(LONG_NAME, 90),
        SamplePapers.decisions(LONG_NAME, 1),
        SamplePapers.reviews(LONG_NAME, 90));
  }

  @ParameterizedTest
  @MethodSource({"papers", "caseworkPapers"})
  void pagesAreNumbered(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      int all = document.getNumberOfPages();
      for (int page = 1; page <= all; page++) {
        assertThat(text(document, page)).contains("Page " + page + " of " + all);
      }
    }
  }

  @ParameterizedTest
  @MethodSource({"papers", "caseworkPapers"})
  void aTableIsHeardOnceWithItsHeadings(Paper paper) {
    List<HeardPdf.Heard> heard = HeardPdf.read(PRESS.print(paper));
    List<List<HeardPdf.Heard>> rows = new ArrayList<>();
    int headings = 0;
    for (HeardPdf.Heard one : heard) {
      if (one.tag().equals("Table")) {
        headings = 0;
      } else if (one.tag().equals("TR")) {
        rows.add(new ArrayList<>());
      } else if (one.tag().equals("TH") || one.tag().equals("TD")) {
        rows.get(rows.size() - 1).add(one);
        headings += one.scope().equals("Column") ? 1 : 0;
        assertThat(rows.get(rows.size() - 1)).hasSizeLessThanOrEqualTo(headings);
      }
    }
    assertThat(rows).isNotEmpty();
    assertThat(rows).allSatisfy(row -> assertThat(row.get(0).tag()).isEqualTo("TH"));
    assertThat(rows)
        .filteredOn(row -> row.get(0).scope().equals("Row"))
        .allSatisfy(
            row -> assertThat(row.subList(1, row.size())).allMatch(is -> is.tag().equals("TD")));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void oneTitleThenItsSections(Paper paper) {
    List<HeardPdf.Heard> heard = HeardPdf.read(PRESS.print(paper));
    assertThat(heard).filteredOn(one -> one.tag().equals("H1")).hasSize(1);
    assertThat(heard).filteredOn(one -> one.tag().equals("H2")).hasSizeGreaterThan(2);
    assertThat(heard)
        .filteredOn(one -> one.tag().equals("Figure"))
        .allSatisfy(
            one ->
                assertThat(one.words())
                    .matches(
                        "Bar chart .*July 2025 \\d+.*|.+, chart of incidents by month: July 2023"
                            + " \\d+.*(limit|No limits).*|.+, chart of the days since .*: 2"
                            + " September 2023 63;.*limit.*"));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void nobodyIsToldTheyMustReport(Paper paper) throws IOException {
    assertThat(seen(paper)).doesNotContainIgnoringCase("mustreport").doesNotContain("null");
  }

  @Test
  void aChartSaysItsNumbers() {
    assertThat(
            new MonthlyBars(
                    SamplePapers.silent("Elmhurst Rise Academy").months(), SamplePapers.HALVES)
                .words())
        .startsWith("Bar chart of incidents by month. Half before: July 2025 0;")
        .contains("This half: January 2026 0; February 2026 0, not submitted in full;");
  }

  @Test
  void propertiesAreThePapersOwn() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(PRESS.print(SamplePapers.governors("Alder Brook", 1)))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Information security report to governors: Alder Brook");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(SamplePapers.imprint().dataAsAt().instant());
      assertThat(document.getDocumentInformation().getCOSObject().keySet())
          .extracting(COSName::getName)
          .containsExactlyInAnyOrder("Title", "Creator", "Producer", "CreationDate", "ModDate");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
    }
  }

  @Test
  void theSamePaperHasTheSameContentInEveryThread() {
    GovernorPaper paper = SamplePapers.governors("Alder Brook", 40);
    List<List<String>> heard =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> HeardPdf.lines(PRESS.print(paper)))
            .distinct()
            .toList();
    assertThat(heard).hasSize(1);
  }

  @Test
  void whatIsWrittenIsLeftOpen() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PRESS.write(SamplePapers.governors("Alder Brook", 0), PaperFormat.PDF, out);
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.").endsWith("%%EOF\n");
  }

  @Test
  void aFigureWithoutWordsIsRefused() {
    String figure =
        "<element kind=\"image\" style=\"Figure\" x=\"0\" y=\"0\" width=\"50\" height=\"20\">"
            + "<expression>new org.breachledger.reporting.jasper.PairBars(1, 2, 3)</expression>"
            + "</element>";
    assertThatThrownBy(() -> export(figure))
        .hasMessageContaining("a figure has no alternative text");
  }

  @Test
  void aStyleWithoutARoleIsRefused() {
    String text =
        "<element kind=\"staticText\" style=\"Base\" x=\"0\" y=\"0\" width=\"50\" height=\"20\">"
            + "<text>loose</text></element>";
    assertThatThrownBy(() -> export(text)).hasMessageContaining("style \"Base\" says no role");
  }

  private static void export(String element) throws JRException, IOException {
    String template =
        "<jasperReport name=\"odd\" pageWidth=\"200\" pageHeight=\"100\" columnWidth=\"160\">"
            + "<template><![CDATA[\"report-templates/shared/styles.jrtx\"]]></template>"
            + "<detail><band height=\"20\">"
            + element
            + "</band></detail></jasperReport>";
    JasperPrint filled =
        JasperFillManager.fillReport(
            JasperCompileManager.compileReport(
                new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8))),
            new HashMap<>(),
            new JREmptyDataSource());
    new TaggedExporter(
            SamplePapers.governors("Odd", 0),
            Contents.none(),
            DefaultJasperReportsContext.getInstance())
        .export(filled, new ByteArrayOutputStream());
  }

  private static String seen(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      return squeezed(new PDFTextStripper().getText(document));
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }
}

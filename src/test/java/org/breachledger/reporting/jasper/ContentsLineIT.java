package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.HouseStyle;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.SamplePapers;
import org.breachledger.reporting.SampleWorkingLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long paper says near its top what is in it, on which page; a short one does not. */
class ContentsLineIT {

  private static final PaperPress PRESS = new PaperPress();
  private static final GovernorPaper FOUR_PAGES =
      SamplePapers.governors("Alder Brook Primary School", 40);
  private static final Pattern ENTRY = Pattern.compile("Link (\\d+)\u2002(.+)");

  private static GovernorPaper over(int pages) {
    HouseStyle own = SamplePapers.STYLE;
    return SamplePapers.in(new HouseStyle(own.own(), own.schools(), pages), FOUR_PAGES);
  }

  static List<Paper> longPapers() {
    return List.of(
        over(3),
        SamplePapers.governors("Alder Brook Primary School", 5000),
        SamplePapers.board(6, 40),
        SamplePapers.board(60, 400),
        SamplePapers.alert("Birchmere Academy", 200),
        SamplePapers.decisions("Birchmere Academy", 90),
        SampleWorkingLists.list(40));
  }

  @Test
  void asManyPagesAsTheHouseCallsShortHaveNone() throws IOException {
    byte[] pdf = PRESS.print(over(4));
    assertThat(texts(pdf)).hasSize(4);
    assertThat(texts(pdf).get(0)).doesNotContain("In this paper");
    assertThat(HeardPdf.lines(pdf)).noneMatch(line -> line.startsWith("TOC"));
    assertThat(page(over(4))).doesNotContain("<nav");
  }

  @Test
  void onePageMoreHasOne() throws IOException {
    byte[] pdf = PRESS.print(over(3));
    assertThat(texts(pdf).get(0)).contains("In this paper").contains("1\u2002What happened");
    assertThat(HeardPdf.lines(pdf)).contains("Caption In this paper");
  }

  @ParameterizedTest
  @MethodSource("longPapers")
  void everySectionStandsOnThePageItSays(Paper paper) throws IOException {
    byte[] pdf = PRESS.print(paper);
    List<String> pages = texts(pdf);
    List<String> sections = new ArrayList<>();
    for (String line : HeardPdf.lines(pdf)) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        sections.add("H2 " + entry.group(2));
        int page = Integer.parseInt(entry.group(1));
        assertThat(pages.get(page - 1).lines().map(String::strip)).contains(entry.group(2));
      }
    }
    assertThat(sections).hasSizeGreaterThan(1);
    assertThat(HeardPdf.lines(pdf).stream().filter(line -> line.startsWith("H2 ")))
        .containsExactlyElementsOf(sections);
  }

  @ParameterizedTest
  @MethodSource("longPapers")
  void everyEntryIsALinkToItsSectionWithWordsOfItsOwn(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      List<String> words = new ArrayList<>();
      for (PDAnnotation found : document.getPage(0).getAnnotations()) {
        PDAnnotationLink link = (PDAnnotationLink) found;
        int page = ((PDPageDestination) link.getDestination()).retrievePageNumber() + 1;
        assertThat(link.getContents()).endsWith(", page " + page);
        assertThat(link.getStructParent()).isNotNegative();
        assertThat(link.getRectangle().getWidth()).isBetween(100f, 200f);
        words.add(link.getContents());
      }
      assertThat(words).hasSizeGreaterThan(1).doesNotHaveDuplicates();
      assertThat(words.get(0)).endsWith(", page 1");
    }
  }

  @ParameterizedTest
  @MethodSource("longPapers")
  void linksMeetTheStandards(Paper paper) {
    assertThat(Conformance.failures(PRESS.print(paper))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("longPapers")
  void onThePageEveryEntryLeadsToItsHeading(Paper paper) throws IOException {
    String page = page(paper);
    assertThat(page).containsOnlyOnce("<nav class=\"Contents\" aria-label=\"In this paper\">");
    Matcher entry = Pattern.compile("<a href=\"#(section-\\d+)\">([^<]+)</a>").matcher(page);
    int entries = 0;
    while (entry.find()) {
      entries++;
      assertThat(page).contains("<h2 id=\"" + entry.group(1) + "\">" + entry.group(2) + "</h2>");
    }
    assertThat(entries).isEqualTo(page.split("<h2 ", -1).length - 1);
  }

  /** One section alone is found without help. */
  @Test
  void aLongPaperOfOneSectionHasNone() throws IOException {
    byte[] pdf = PRESS.print(SamplePapers.reviews("Birchmere Academy", 90));
    assertThat(texts(pdf)).hasSizeGreaterThan(5);
    assertThat(texts(pdf).get(0)).doesNotContain("In this paper");
  }

  private static List<String> texts(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
      return pages;
    }
  }

  private static String page(Paper paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PRESS.write(paper, PaperFormat.HTML, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}

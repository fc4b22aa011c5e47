package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.breachledger.policy.AccentColour;
import org.breachledger.reporting.HouseStyle;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.SamplePapers;
import org.junit.jupiter.api.Test;

/** Papers come in the school's or the trust's own colour, in every format. */
class PaperColourIT {

  private static final PaperPress PRESS = new PaperPress();
  private static final int SHIPPED = 0x0B5563;
  private static final int SHIPPED_TINT = 0xD8E4E6;
  private static final int BIRCHMERE = 0x7A1F3D;
  private static final int OURS = 0x22335F;
  private static final Pattern COLOUR =
      Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) (?:rg|RG)\\s");
  private static final HouseStyle HOUSE =
      new HouseStyle(
          new AccentColour(OURS), Map.of("Birchmere Academy", new AccentColour(BIRCHMERE)), 4);

  @Test
  void aSchoolsPdfHasItsColourAndNoOther() throws IOException {
    assertThat(colours(SamplePapers.governors("Birchmere Academy", 40)))
        .contains(BIRCHMERE)
        .doesNotContain(SHIPPED);
    assertThat(colours(SamplePapers.governors("Alder Brook Primary School", 40)))
        .contains(SHIPPED)
        .doesNotContain(BIRCHMERE);
    assertThat(colours(SamplePapers.in(HOUSE, SamplePapers.governors("Alder Brook", 40))))
        .contains(OURS)
        .doesNotContain(SHIPPED, BIRCHMERE);
  }

  @Test
  void theBoardsGridIsTintedInTheTrustsHue() throws IOException {
    assertThat(colours(SamplePapers.board(6, 40))).contains(SHIPPED, SHIPPED_TINT);
  }

  @Test
  void aChartIsDrawnInTheSchoolsColour() throws IOException {
    String page = page(SamplePapers.governors("Birchmere Academy", 40));
    String chart = page.substring(page.indexOf("<svg"), page.indexOf("<figcaption"));
    assertThat(chart).contains("rgb(122,31,61)").doesNotContain("rgb(11,85,99)");
    assertThat(page)
        .contains(":root { --accent: #7A1F3D; --tint: #EADBE0; }")
        .doesNotContainIgnoringCase("#0B5563");
    String other = page(SamplePapers.governors("Alder Brook Primary School", 40));
    assertThat(other.substring(other.indexOf("<svg"), other.indexOf("<figcaption")))
        .contains("rgb(11,85,99)");
    assertThat(other).contains(":root { --accent: #0B5563; --tint: #D8E4E6; }");
  }

  /** Threads share the compiled templates; none may take another's colour. */
  @Test
  void manyThreadsKeepTheirColoursApart() {
    List<Paper> papers =
        List.of(
            SamplePapers.governors("Birchmere Academy", 12),
            SamplePapers.governors("Alder Brook Primary School", 12),
            SamplePapers.governors("Dunlin Marsh High School", 12));
    List<Integer> accents = List.of(BIRCHMERE, SHIPPED, 0x4B2E83);
    assertThat(
            IntStream.range(0, 30)
                .parallel()
                .mapToObj(i -> accentsOf(papers.get(i % 3), accents, i % 3))
                .toList())
        .containsOnly(true);
  }

  @Test
  void aColouredPaperMeetsItsStandards() {
    assertThat(Conformance.failures(PRESS.print(SamplePapers.governors("Birchmere Academy", 40))))
        .isEmpty();
  }

  /** What is replaced has to stand in the styles, and nowhere else. */
  @Test
  void templatesNameTheColourInTheSharedStylesOnly() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("report-templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).toUpperCase();
        boolean styles = file.endsWith("styles.jrtx");
        boolean named = text.contains(Colouring.DRAWN.written());
        assertThat(named)
            .as(file + ": write the accent colour into styles.jrtx, and a style here")
            .isEqualTo(styles || file.endsWith("paper.html"));
      }
    }
  }

  private static boolean accentsOf(Paper paper, List<Integer> accents, int own) {
    try {
      Set<Integer> found = colours(paper);
      found.retainAll(accents);
      return found.equals(Set.of(accents.get(own)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<Integer> colours(Paper paper) throws IOException {
    Set<Integer> colours = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      for (PDPage page : document.getPages()) {
        String painted = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        for (Matcher colour = COLOUR.matcher(painted); colour.find(); ) {
          colours.add(part(colour, 1) << 16 | part(colour, 2) << 8 | part(colour, 3));
        }
      }
    }
    return colours;
  }

  private static int part(Matcher colour, int which) {
    return (int) Math.round(Double.parseDouble(colour.group(which)) * 255);
  }

  private static String page(Paper paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PRESS.write(paper, PaperFormat.HTML, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}

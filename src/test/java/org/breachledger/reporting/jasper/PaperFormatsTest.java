package org.breachledger.reporting.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.SamplePapers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Page and workbook say what the PDF says. */
class PaperFormatsTest {

  private static final PaperPress PRESS = new PaperPress();
  private static final Pattern MARKUP =
      Pattern.compile("(?s)<style>.*?</style>|<svg.*?</svg>|<[^>]*>");

  static Stream<Paper> papers() {
    return Stream.of(
        SamplePapers.governors("Alder Brook Primary School", 0),
        SamplePapers.governors("O'Hara & Sons <Academy>", 40),
        SamplePapers.silent("Elmhurst Rise Academy"),
        SamplePapers.board(0, 0),
        SamplePapers.board(60, 400),
        SamplePapers.alert(AlertPack.ALL, 40),
        SamplePapers.decisions("Birchmere Academy", 90),
        SamplePapers.reviews(AlertPack.ALL, 90),
        SamplePapers.retention(AlertPack.ALL, 40),
        SamplePapers.certificate(AlertPack.ALL, 40));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyWordOfThePdfIsOnThePage(Paper paper) throws IOException {
    String page = new String(written(paper, PaperFormat.HTML), StandardCharsets.UTF_8);
    String heard = MARKUP.matcher(page).replaceAll(" ");
    heard = heard.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
    heard = " " + heard.replace("&quot;", "\"").replace("&amp;", "&").replaceAll("\\s+", " ");
    String signs = "Page \\d+ of \\d+|This half: .*|[^\\p{L}\\p{N}\\p{P}]";
    for (String word : pdf(paper).replaceAll(signs, " ").replace("•", " ").strip().split("\\s+")) {
      assertThat(heard).contains(word);
    }
    assertThat(page).containsOnlyOnce("<h1").contains("lang=\"en-GB\"").doesNotContain("<th>");
    assertThat(page).doesNotContain("<Academy>");
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyTableIsASheetOfItsRowsWithoutAnyFormula(Paper paper) throws IOException {
    String page = new String(written(paper, PaperFormat.HTML), StandardCharsets.UTF_8);
    List<Integer> rows = new ArrayList<>();
    for (String table : page.split("<tbody>", -1)) {
      rows.add(table.split("<th scope=\"row\"", -1).length - 1);
    }
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(written(paper, PaperFormat.XLSX)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(rows.size());
      for (int i = 1; i < rows.size(); i++) {
        Sheet sheet = workbook.getSheetAt(i);
        assertThat(sheet.getLastRowNum()).as(sheet.getSheetName()).isEqualTo(rows.get(i));
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          }
        }
      }
      assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo(paper.title());
    }
  }

  private static String pdf(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(PRESS.print(paper))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static byte[] written(Paper paper, PaperFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PRESS.write(paper, format, out);
    return out.toByteArray();
  }
}

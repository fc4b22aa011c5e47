package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not read, named by their defect, each with its whole sentence. */
class RefusalTest {

  @TempDir Path folder;

  private String refused(Path file) {
    Opened opened = Reading.reader().open(file, ReadingOptions.none());
    assertThat(opened).isInstanceOf(Refused.class);
    return ((Refused) opened).sentence();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
  }

  private Path log(String name) {
    return Sheets.book()
        .sheet("Log")
        .row("Incident no", "Date of incident", "Type of breach")
        .row(1, LocalDate.of(2024, 1, 4), "Lost paperwork")
        .write(folder.resolve(name));
  }

  private Path zip(String name, Map<String, String> parts) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void missing() {
    assertThat(refused(folder.resolve("none.xlsx")))
        .isEqualTo(
            "There is no such file, or it cannot be opened; check the path and its permissions.");
  }

  @Test
  void empty() throws IOException {
    assertThat(refused(file("log.csv", "")))
        .isEqualTo("This file is empty; save the log again and send that file.");
  }

  @Test
  void encryptedXlsx() throws Exception {
    Path plain = log("plain.xlsx");
    Path locked = folder.resolve("locked.xlsx");
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(container)) {
        Files.copy(plain, out);
      }
      try (OutputStream out = Files.newOutputStream(locked)) {
        container.writeFilesystem(out);
      }
    }
    assertThat(refused(locked))
        .isEqualTo(
            "This workbook is password-protected, so nothing was read; take the password off and"
                + " send it again.");
  }

  @Test
  void encryptedXls() throws IOException {
    Path locked = folder.resolve("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(locked)) {
      book.createSheet("Log");
      book.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(refused(locked)).startsWith("This workbook is password-protected");
  }

  @Test
  void pdfNamedXlsx() throws IOException {
    assertThat(refused(file("log.xlsx", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj")))
        .isEqualTo(
            "This file is named .xlsx but is a PDF document, not a log that can be read; send the"
                + " log itself as .xlsx, .xls or .csv.");
  }

  @Test
  void webPageNamedXls() throws IOException {
    assertThat(refused(file("export.xls", "<html><table><tr><td>Date</td></tr></table></html>")))
        .isEqualTo(
            "This file is named .xls but is a web page, not a log that can be read; send the log"
                + " itself as .xlsx, .xls or .csv.");
  }

  @Test
  void picture() throws IOException {
    assertThat(refused(file("photo.png", "\u0089PNG\r\n\u001a\n")))
        .isEqualTo(
            "This file is a picture, not a log that can be read; send the log itself as .xlsx,"
                + " .xls or .csv.");
  }

  @Test
  void workbookWithoutALog() {
    Path totals =
        Sheets.book()
            .sheet("Totals")
            .row("Year", "Number of breaches", "Individuals affected")
            .row(2024, 12, 345)
            .write(folder.resolve("totals.xlsx"));
    assertThat(refused(totals))
        .isEqualTo(
            "no incident log found: no sheet has a heading row with a date or a reference and what"
                + " happened; send the log itself, or name a profile for its headings.");
  }

  @Test
  void brokenZip() throws IOException {
    byte[] whole = Files.readAllBytes(log("log.xlsx"));
    Path half =
        Files.write(folder.resolve("half.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(refused(half))
        .isEqualTo(
            "This workbook is damaged and cannot be read; open it in Excel, save it again as .xlsx"
                + " and send that.");
  }

  @Test
  void binaryWorkbook() throws IOException {
    assertThat(
            refused(zip("log.xlsb", Map.of("[Content_Types].xml", "<x/>", "xl/workbook.bin", ""))))
        .isEqualTo(
            "This is a binary workbook (.xlsb), which is not read; open it in Excel, save it as"
                + " .xlsx and send that.");
  }

  @Test
  void wordDocument() throws IOException {
    assertThat(
            refused(
                zip(
                    "log.xlsx",
                    Map.of("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"))))
        .isEqualTo(
            "This file is a Word document, not a workbook; send the log as .xlsx, .xls or .csv.");
  }

  @Test
  void archiveOfOtherFiles() throws IOException {
    assertThat(refused(zip("logs.zip", Map.of("log.csv", "Ref,Date\n"))))
        .isEqualTo(
            "This file is a zip archive, not a workbook; unpack it and send the log inside.");
  }

  @Test
  void textLongerThanACell() throws IOException {
    String headings = "Incident ref,Date of incident,Description\nA1,2024-01-04,";
    Path longest = file("longest.csv", headings + "x".repeat(262_144) + "\n");
    try (LogFile log = (LogFile) Reading.reader().open(longest, ReadingOptions.none())) {
      assertThat(log).isNotNull();
    }
    assertThat(refused(file("longer.csv", headings + "x".repeat(262_145) + "\n")))
        .isEqualTo(
            "Row 2 holds a text of more than 262,144 characters, far more than a spreadsheet's"
                + " cell can hold; a quotation mark may be missing there. Mend the row, or save"
                + " the log again as CSV.");
  }

  @Test
  void zipBomb() throws IOException {
    String much = "<worksheet>" + " ".repeat(40 * 1024 * 1024) + "</worksheet>";
    assertThat(
            refused(
                zip(
                    "bomb.xlsx",
                    Map.of(
                        "[Content_Types].xml", "<x/>",
                        "xl/workbook.xml", "<x/>",
                        "xl/worksheets/sheet1.xml", much))))
        .isEqualTo(
            "This workbook unpacks to far more than a log can hold, so it was not opened; save the"
                + " log again as .xlsx and send that.");
  }

  @Test
  void entities() throws IOException {
    String entities = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>";
    assertThat(
            refused(
                zip(
                    "entities.xlsx",
                    Map.of(
                        "[Content_Types].xml", "<x/>",
                        "xl/workbook.xml", "<x/>",
                        "xl/worksheets/sheet1.xml", entities))))
        .isEqualTo(
            "This workbook declares XML entities, which no spreadsheet program writes, so it was"
                + " not opened; save the log again as .xlsx and send that.");
  }

  @Test
  void partThatLeadsOutOfTheArchive() throws IOException {
    assertThat(
            refused(
                zip(
                    "out.xlsx",
                    Map.of(
                        "[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>", "../../x", ""))))
        .startsWith("This workbook is damaged");
  }

  @Test
  void quotationThatNeverEnds() throws IOException {
    String head =
        "Incident no,Date of incident,Type of breach\n1,2024-01-04,Loss\n2,2024-01-05,\"Loss\n";
    Path file = file("log.csv", head + "3,2024-01-06,Loss\n");
    assertThat(refused(file))
        .isEqualTo(
            "The text breaks off after row 2: a quotation mark is opened and never closed; mend it,"
                + " or save the log again as CSV.");
  }

  @Test
  void profileThatDoesNotFit() throws IOException {
    Path file = file("log.csv", "Incident no,Date of incident,Type of breach\n1,2024-01-04,Loss\n");
    Opened opened =
        Reading.reader().open(file, ReadingOptions.none().withProfile("massachusetts-breaches"));
    assertThat(opened)
        .isEqualTo(
            new Refused(
                Refusal.PROFILE_DOES_NOT_FIT,
                "no incident log found: no row holds all headings of the profile"
                    + " \"massachusetts-breaches\" (Breach Number, Date Reported to OCA, Reporting"
                    + " Organization Name, MA Residents Affected); send that layout or leave the"
                    + " profile out."));
  }

  @Test
  void profileThatDoesNotExist() {
    assertThatThrownBy(
            () -> Reading.reader().open(folder, ReadingOptions.none().withProfile("mystery")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "there is no profile \"mystery\"; there are form-a, hhs-breach-report, ico-trends,"
                + " incident-export, massachusetts-breaches, mis-incident-log,"
                + " washington-breach-notifications");
  }
}

package org.breachledger.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.intake.Grid;
import org.breachledger.intake.RefusedFile;
import org.breachledger.testing.StrayLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files in every encoding and with every separator that schools' programs write. */
class DelimitedFilesTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  private List<String> rows(byte[] bytes) throws IOException, RefusedFile {
    Path file = Files.write(folder.resolve("log.csv"), bytes);
    List<String> rows = new ArrayList<>();
    try (Grid grid = new DelimitedFiles().open(file)) {
      grid.read(
          grid.sheets().get(0),
          row -> rows.add(row.number() + " " + String.join("|", row.texts())));
    }
    return rows;
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void readsLettersInEachEncoding(String encoding) throws IOException, RefusedFile {
    String mark = encoding.startsWith("UTF-16") ? "\ufeff" : "";
    byte[] bytes = (mark + "Ref,Text\n1,Zoë’s 20–30 £\n").getBytes(Charset.forName(encoding));
    assertThat(rows(bytes)).containsExactly("1 Ref|Text", "2 1|Zoë’s 20–30 £");
  }

  @Test
  void passesOverTheMarkOfUtf8() throws IOException, RefusedFile {
    byte[] bytes = "\ufeffRef,Text\n1,x\n".getBytes(StandardCharsets.UTF_8);
    assertThat(rows(bytes)).containsExactly("1 Ref|Text", "2 1|x");
  }

  @Test
  void findsAForeignLetterBehindManyPlainOnes() throws IOException, RefusedFile {
    String plain = "1,x\n".repeat(50_000);
    byte[] bytes = ("Ref,Text\n" + plain + "2,Zoë\n").getBytes(WINDOWS);
    assertThat(rows(bytes)).last().isEqualTo("50002 2|Zoë");
  }

  /** Five bytes are no letter in Windows-1252; what stood there nobody can tell. */
  @ParameterizedTest(name = "byte {0}")
  @ValueSource(ints = {0x81, 0x8d, 0x8f, 0x90, 0x9d})
  void aByteThatIsNoLetterIsRefusedByItsLine(int unknown) {
    byte[] bytes = "Ref,Text\r\n1,Zoë\r\n2,x#\r\n".getBytes(WINDOWS);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) unknown;
    assertThatThrownBy(() -> rows(bytes))
        .isInstanceOf(RefusedFile.class)
        .hasMessage(
            "Line 3 holds a letter that neither UTF-8 nor Windows-1252 has; mend the line, or save"
                + " the file again in UTF-8.");
  }

  @Test
  void aFewStrayLettersAmongThoseOfUtf8AreRead() throws IOException, RefusedFile {
    String plain = "1,x\n".repeat(4_997);
    assertThat(rows(StrayLetters.in("Ref,Text\n0,said “no”\n" + plain + "2,caf#é#\n3,é\n")))
        .contains("2 0|said “no”", "5000 2|café", "5001 3|é");
    assertThat(rows(StrayLetters.in("Ref,Text\n0,Zoë’s\n2,caf#é#")))
        .containsExactly("1 Ref|Text", "2 0|Zoë’s", "3 2|café");
  }

  @Test
  void oneLetterOfUtf8IsReadWhereWindows1252HasNoLetterForItsBytes()
      throws IOException, RefusedFile {
    assertThat(rows(StrayLetters.in("Ref,Text\n0,so”\n2,caf#é# na#ï#ve\n")))
        .containsExactly("1 Ref|Text", "2 0|so”", "3 2|café naïve");
  }

  @Test
  void strayLettersInAFileMarkedAsUtf8AreRead() throws IOException, RefusedFile {
    assertThat(rows(StrayLetters.in("\ufeffRef,Text\n0,na#ï#ve caf#é#\n")))
        .containsExactly("1 Ref|Text", "2 0|naïve café");
  }

  /** Two letters of Windows-1252 beside each other are sometimes one of UTF-8: É’ is ɒ. */
  @Test
  void whatIsOneLetterOfUtf8ByChanceIsReadInWindows1252() throws IOException, RefusedFile {
    assertThat(rows("Ref,Text\n0,CAFÉ’S na\u00efve\n".getBytes(WINDOWS)))
        .containsExactly("1 Ref|Text", "2 0|CAFÉ’S naïve");
  }

  @Test
  void theLineNamedIsTheOneThatNoEncodingFits() {
    byte[] bytes = StrayLetters.unfit("Ref,Text\r\n0,said “no”\r\n1,caf#é#\r\n2,x#_#\r\n");
    assertThatThrownBy(() -> rows(bytes))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("Line 4 holds a letter that neither UTF-8 nor Windows-1252 has");
  }

  @ParameterizedTest(name = "separated by \"{0}\"")
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparator(String sign) throws IOException, RefusedFile {
    String text = "Ref_Date_Text\n1_2024-01-04_\"a, b; c | d\"\n2__x, y\n".replace("_", sign);
    String quoted = text.replace("x, y", "\"x, y\"");
    assertThat(rows(quoted.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 Ref|Date|Text", "2 1|2024-01-04|a, b; c | d", "3 2||x, y");
  }

  @Test
  void believesADeclaredSeparator() throws IOException, RefusedFile {
    assertThat(rows("sep=;\nRef;Text\n1;a,b,c,d\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("2 Ref|Text", "3 1|a,b,c,d");
  }

  @Test
  void aLineBreakInQuotesIsNoRow() throws IOException, RefusedFile {
    assertThat(
            rows(
                "Ref,Text\r\n1,\"one\r\ntwo \"\"2\"\"\"\r\n\r\n2,x\r\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 Ref|Text", "2 1|one\ntwo \"2\"", "3 ", "4 2|x");
  }

  @Test
  void aRowWithOneCellTooManyStopsNoOther() throws IOException, RefusedFile {
    assertThat(rows("Ref,Text\n1,a,b\n2,x\n3\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 Ref|Text", "2 1|a|b", "3 2|x", "4 3");
  }

  @Test
  void aQuotationInsideQuotesCostsNoRow() throws IOException, RefusedFile {
    byte[] bytes = "Ref,Text\n1,\"the \"blue\" folder\"\n2,x\n".getBytes(StandardCharsets.UTF_8);
    assertThat(rows(bytes)).containsExactly("1 Ref|Text", "2 1|the blue\" folder", "3 2|x");
  }

  @Test
  void cleansDatabaseBlanksAndControlBytes() throws IOException, RefusedFile {
    assertThat(rows("Ref,Text\n1,\\N\n2,a\u0007b\u00a0c\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 Ref|Text", "2 1|", "3 2|ab c");
  }
}

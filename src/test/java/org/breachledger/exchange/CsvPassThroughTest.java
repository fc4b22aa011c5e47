package org.breachledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.breachledger.exchange.CsvPassThrough.Passed;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad row never stops the good ones, and no bad file costs the older answer. */
class CsvPassThroughTest {

  private static final Function<UnaryOperator<String>, List<String>> UPPER =
      cells -> List.of(cells.apply("a").toUpperCase(java.util.Locale.ROOT));

  @TempDir private Path folder;

  private Passed run(String text) throws IOException, UnreadableFile {
    Path in = Files.writeString(folder.resolve("in.csv"), text);
    return CsvPassThrough.run(in, folder.resolve("out.csv"), List.of("a"), List.of("big"), UPPER);
  }

  @Test
  void aRowWithOneCellTooManyIsReturnedByItsLineAndTheOthersArePassedOn() throws Exception {
    Passed passed = run("a,b\n\"x\ny\",1\nbroken, here,2\nz,3\n");
    assertThat(folder.resolve("out.csv")).hasContent("a,b,big\n\"x\ny\",1,\"X\nY\"\nz,3,Z\n");
    assertThat(passed.rows()).isEqualTo(2);
    assertThat(passed.returned())
        .containsExactly(
            folder.resolve("in.csv")
                + ", line 4: this row was left out, because it has 3 cells where there are 2 columns;"
                + " put a text with a comma in it in quotation marks and pass the row again");
  }

  @Test
  void commasWithNothingBehindThemAreNoCells() throws Exception {
    Passed passed = run("a,b\nx,1,,\ny,2, \nz\n");
    assertThat(folder.resolve("out.csv")).hasContent("a,b,big\nx,1,X\ny,2,Y\nz,,Z\n");
    assertThat(passed).isEqualTo(new Passed(3, List.of()));
  }

  @Test
  void lettersAreReadInWindows1252WhereTheyAreNoUtf8() throws Exception {
    Path in = folder.resolve("in.csv");
    Path out = folder.resolve("out.csv");
    byte[] bytes = "a,b\nzoë,1\n".getBytes(Charset.forName("windows-1252"));
    Files.write(in, bytes);
    CsvPassThrough.run(in, out, List.of("a"), List.of("big"), UPPER);
    assertThat(out).hasContent("a,b,big\nzoë,1,ZOË\n");
    bytes[6] = (byte) 0x9d;
    Files.write(in, bytes);
    assertThatThrownBy(() -> CsvPassThrough.run(in, out, List.of("a"), List.of("big"), UPPER))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(in + ": Line 2 holds a letter that neither");
    assertThat(out).hasContent("a,b,big\nzoë,1,ZOË\n");
  }

  @Test
  void aStrayLetterOfWindows1252IsPassedOnAmongThoseOfUtf8() throws Exception {
    Path in = folder.resolve("in.csv");
    Path out = folder.resolve("out.csv");
    byte[] bytes = "a,b\nzoë’s,1\ncaf_,2\n".getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('_')] = (byte) 0xe9;
    Files.write(in, bytes);
    CsvPassThrough.run(in, out, List.of("a"), List.of("big"), UPPER);
    assertThat(out).hasContent("a,b,big\nzoë’s,1,ZOË’S\ncafé,2,CAFÉ\n");
  }

  @Test
  void aFileThatBreaksOffLeavesTheOlderAnswer() throws Exception {
    Path out = Files.writeString(folder.resolve("out.csv"), "older");
    assertThatThrownBy(() -> run("a,b\nx,1\n\"never closed,2\n" + "y".repeat(20_000_000)))
        .isInstanceOf(UnreadableFile.class);
    assertThat(out).hasContent("older");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(out, folder.resolve("in.csv"));
    }
  }
}

package org.breachledger.reporting.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.breachledger.reporting.sheet.TableFile.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table comes in the place of an older one when it is whole, in every format. */
class TableFileTest {

  private static final int MOST = 1_048_575;

  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aTableThatIsNotDoneLeavesTheOlderFile(Format format) throws IOException {
    String name = "table." + format.name().toLowerCase(Locale.ROOT);
    Path file = Files.writeString(folder.resolve(name), "older");
    assertThatThrownBy(
            () -> {
              try (TableFile table = TableFile.create(file, format, "table", List.of("n"))) {
                table.row(List.of(1));
                throw new IllegalStateException("the rows end here");
              }
            })
        .hasMessage("the rows end here");
    assertThat(file).hasContent("older");
    assertThat(names()).containsExactly(name);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aTableThatIsDoneReplacesTheOlderFile(Format format) throws IOException {
    String name = "table." + format.name().toLowerCase(Locale.ROOT);
    Path file = Files.writeString(folder.resolve(name), "older");
    try (TableFile table = TableFile.create(file, format, "table", List.of("n"))) {
      table.row(List.of(1));
      assertThat(file).hasContent("older");
      table.done();
    }
    assertThat(Files.readAllBytes(file)).isNotEqualTo("older".getBytes());
    assertThat(names()).containsExactly(name);
  }

  @Test
  void aWorkbookHoldsAsManyRowsAsAWorksheetAndRefusesTheNext() throws IOException {
    Path file = Files.writeString(folder.resolve("table.xlsx"), "older");
    try (TableFile table = TableFile.create(file, Format.XLSX, "table", List.of("n"))) {
      for (int row = 0; row < MOST; row++) {
        table.row(List.of());
      }
      assertThatThrownBy(() -> table.row(List.of()))
          .isInstanceOf(TooManyRows.class)
          .hasMessage(
              "the table has more than 1,048,575 rows, and a worksheet holds no more; take csv or"
                  + " json");
    }
    assertThat(file).hasContent("older");
    assertThat(names()).containsExactly("table.xlsx");
  }
}

package org.breachledger.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.incident.Field;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.Reading;
import org.breachledger.intake.RefusedFile;
import org.breachledger.testing.StrayLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as rows of cells, and incident logs in JSON. */
class JsonFilesTest {

  @TempDir private Path folder;

  private Path file(String text) {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) {
    return file(text.getBytes(charset));
  }

  private Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("log.jsonl"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(Path file) {
    List<List<String>> rows = new ArrayList<>();
    each(file).forEach(row -> rows.add(row.texts()));
    return rows;
  }

  private static List<GridRow> each(Path file) {
    List<GridRow> rows = new ArrayList<>();
    try (Grid grid = new JsonFiles().open(file)) {
      grid.read(grid.sheets().get(0), rows::add);
    } catch (RefusedFile | IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  @Test
  void everyKeyIsAHeadingWhateverItsOrderAndAMissingOneIsBlank() {
    assertThat(
            rows(
                file(
                    "{\"a\":\"1\",\"b\":2}\n{\"c\":true,\"a\":null}\n\n{\"b\":\"x\",\"a\":\"y\"}\n")))
        .containsExactly(
            List.of("a", "b", "c"),
            List.of("1", "2", ""),
            List.of("", "", "Yes"),
            List.of("y", "x", ""));
  }

  @Test
  void rowsAreNumberedAsTheLinesOfTheFile() {
    assertThat(each(file("\n{\"a\":1}\n\n{\"a\":2}")))
        .extracting(GridRow::number)
        .containsExactly(0, 2, 4);
  }

  @Test
  void objectsWithinAreFlattenedWithPoints() {
    assertThat(
            rows(
                file(
                    "{\"user\":{\"name\":\"x\",\"at\":{\"ip\":\"10.0.0.1\"}},\"tags\":[\"p\",2,false],"
                        + "\"seen\":[{\"by\":\"q\"},{\"by\":\"r\"}],\"none\":[],\"empty\":{}}\n")))
        .containsExactly(
            List.of("user.name", "user.at.ip", "tags", "seen.1.by", "seen.2.by"),
            List.of("x", "10.0.0.1", "p; 2; No", "q", "r"));
  }

  @Test
  void numbersAreWrittenPlain() {
    assertThat(rows(file("{\"a\":1.50,\"b\":1e3,\"c\":-7,\"d\":12345678901234567890}")).get(1))
        .containsExactly("1.5", "1000", "-7", "12345678901234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1},{\"a\":2}]",
        "\ufeff[\n {\"a\": 1},\n {\"a\": 2}\n]\n",
        "{\"version\": 3,\n \"by\": {\"x\": [1]}, \"none\": [], \"few\": [1, 2],\n \"rows\": [{\"a\":1},{\"a\":2}]}",
      })
  void aListOfObjectsIsALogToo(String text) {
    assertThat(rows(file(text))).containsExactly(List.of("a"), List.of("1"), List.of("2"));
  }

  @Test
  void aBrokenLineIsARowOfFailuresAndStopsNothing() {
    assertThat(rows(file("{\"a\":1,\"b\":2}\n{\"a\":3,\n[1]\n{\"a\":4,\"b\":5}\n")))
        .containsExactly(
            List.of("a", "b"),
            List.of("1", "2"),
            List.of("#JSON", "#JSON"),
            List.of("#JSON", "#JSON"),
            List.of("4", "5"));
  }

  @Test
  void aListThatBreaksOffIsRefusedNamingTheObjectBefore() {
    assertThatThrownBy(() -> new JsonFiles().open(file("[{\"a\":1},{\"a\":2},{\"a\"")))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("cannot be read beyond its object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,2\n", "{x},b\n1,2\n", "[1,2]", "{\"a\": \n", "\"a\"", "{}x"})
  void whatIsNoListOfObjectsIsLeftToTheNextOpener(String text) {
    assertThatThrownBy(() -> new JsonFiles().open(file(text))).isInstanceOf(RefusedFile.class);
  }

  @Test
  void depthAndKeysAreLimited() {
    String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
    assertThatThrownBy(() -> new JsonFiles().open(file(deep))).isInstanceOf(RefusedFile.class);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      many.append("{\"k").append(i).append("\":1}\n");
    }
    assertThatThrownBy(() -> new JsonFiles().open(file(many.toString())))
        .hasMessageContaining("more than 2000 different keys");
  }

  @Test
  void lettersAreReadInWindows1252WhereTheyAreNoUtf8() {
    assertThat(rows(file("{\"a\":\"Zoë\"}\n", StrayLetters.WINDOWS)).get(1)).containsExactly("Zoë");
  }

  /** As in a CSV: most of the file is UTF-8, and one program wrote into it without asking. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{\"a\":\"%s\"}\n{\"a\":\"%s\"}\n", "[{\"a\":\"%s\"},\n{\"a\":\"%s\"}]"})
  void strayLettersAmongThoseOfUtf8AreRead(String form) {
    assertThat(rows(file(StrayLetters.in(form.formatted("“Zoë” and Zo#ë#", "Zo#ë#")))))
        .containsExactly(List.of("a"), List.of("“Zoë” and Zoë"), List.of("Zoë"));
  }

  @Test
  void aListInWindows1252IsRead() {
    String list = "{\"title\":\"Zoë’s log\",\n\"rows\":[{\"a\":\"Zoë\"}]}";
    assertThat(rows(file(list, StrayLetters.WINDOWS)))
        .containsExactly(List.of("a"), List.of("Zoë"));
  }

  /** What stood there nobody can tell, so that nobody reads on as if it were known. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"{\"a\":\"x\"}\n{\"a\":\"Zo#_#\"}\n", "[{\"a\":\"x\"},\n{\"a\":\"Zo#_#\"}]"})
  void aByteThatIsNoLetterIsRefusedByItsLine(String text) {
    Path file = file(StrayLetters.unfit(text));
    assertThatThrownBy(() -> new JsonFiles().open(file))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("Line 2 holds a letter that neither UTF-8 nor Windows-1252 has");
  }

  @Test
  void anIncidentLogInJsonLinesBecomesIncidents() {
    Path log =
        file(
            "{\"Reference\":\"R1\",\"School\":\"Fernbank Primary\",\"Date of incident\":\"2026-03-02\","
                + "\"Type of breach\":\"Data emailed to incorrect recipient\",\"Details\":\"Letter sent\","
                + "\"Number of people affected\":3}\n"
                + "{\"Details\":\"Laptop lost\",\"Type of breach\":\"Lost or stolen hardware\","
                + "\"Date of incident\":\"2026-03-05T14:00\",\"Reference\":\"R2\","
                + "\"School\":\"Fernbank Primary\"}\n");
    Reading reading = Reading.of(log);
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows()).extracting(ReadRow::row).containsExactly(1, 2);
    Outcome.Taken second = (Outcome.Taken) reading.rows().get(1).outcome();
    assertThat(second.facts().findText(Field.REFERENCE)).contains("R2");
    assertThat(second.facts().findText(Field.OCCURRED)).contains("2026-03-05T14:00:00Z");
    assertThat(second.facts().findText(Field.DESCRIPTION)).contains("Laptop lost");
    Outcome.Taken first = (Outcome.Taken) reading.rows().get(0).outcome();
    assertThat(first.facts().findText(Field.INDIVIDUALS)).contains("3");
  }
}

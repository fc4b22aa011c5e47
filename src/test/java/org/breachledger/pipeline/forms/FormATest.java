package org.breachledger.pipeline.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.incident.Field;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.Reading;
import org.breachledger.intake.ReadingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form says is read back as it was typed. */
class FormATest {

  private static final Instant SENT = Instant.parse("2026-05-12T10:00:30.4Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A bag, a \"letter\" and; more",
        "two\nlines",
        "=1+1",
        "+44 was dialled",
        "-5",
        "- a dash",
        "@home",
        "Zoë’s folder",
        "2026-05-12",
        "12",
        "Rowan Primary School",
        "Total: 4",
      })
  void wordsComeBackAsTheyWereTyped(String words) throws IOException {
    Map<Field, String> cells = new EnumMap<>(Field.class);
    cells.put(Field.OCCURRED, "2026-05-11");
    cells.put(Field.DESCRIPTION, words);
    assertThat(read(cells).get(Field.DESCRIPTION)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-11,           2026-05-11",
    "2026-05-11T09:30,     2026-05-11T08:30:00Z",
    "2026-01-11T09:30,     2026-01-11T09:30:00Z",
    "2026-10-25T01:30,     2026-10-25T00:30:00Z/2026-10-25T01:30:00Z",
    "2026-05-11T08:30:15Z, 2026-05-11T08:30:15Z",
  })
  void momentsKeepTheirPrecision(String typed, String stored) throws IOException {
    assertThat(read(Map.of(Field.OCCURRED, typed, Field.DESCRIPTION, "x")).get(Field.OCCURRED))
        .isEqualTo(stored);
  }

  @Test
  void whatHappensBySendingHasTheMomentOfSending() throws IOException {
    Map<Field, String> read = read(Map.of(Field.DESCRIPTION, "x", Field.RISK_MEDIA, "unknown"));
    assertThat(read)
        .containsEntry(Field.FORM_A_RECEIVED, "2026-05-12T10:00:30Z")
        .containsEntry(Field.RISK_MEDIA, "unknown")
        .containsEntry(Field.REFERENCE, "FA-KDRWTX")
        .containsEntry(Field.SCHOOL, "Rowan, Primary")
        .doesNotContainKeys(Field.OCCURRED, Field.INDIVIDUALS, Field.REPORTED);
  }

  private Map<Field, String> read(Map<Field, String> cells) throws IOException {
    FormA form = new FormA("FA-KDRWTX", "Rowan, Primary", cells, EnumSet.of(Field.FORM_A_RECEIVED));
    Path file = Files.write(folder.resolve("form-a.csv"), form.bytes(SENT));
    Reading reading =
        Reading.of(
            file,
            new ReadingOptions(
                FormA.LAYOUT,
                null,
                new TreeSet<>(),
                List.of(),
                "",
                org.breachledger.intake.Mapping.none(),
                Map.of()));
    assertThat(reading.rows()).hasSize(1);
    Outcome outcome = reading.rows().get(0).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    Map<Field, String> said = new EnumMap<>(Field.class);
    ((Outcome.Taken) outcome)
        .facts()
        .values()
        .forEach((field, value) -> said.put(field, value.written()));
    return said;
  }

  @Test
  void itsOwnTextTellsNothing() {
    assertThat(new FormA("x", "y", Map.of(Field.REPORTER, "Hester"), Set.of()).toString())
        .doesNotContain("Hester");
  }
}

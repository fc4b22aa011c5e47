package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.Field;
import org.breachledger.intake.Guess;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.FieldChange;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.PreviewRow;
import org.breachledger.intake.store.RowOutcome;
import org.breachledger.intake.store.RowSum;
import org.breachledger.pipeline.imports.ImportedFile.Status;
import org.junit.jupiter.api.Test;

/** What a person reads of a preview: short, without free text, without what a terminal obeys. */
class PreviewSentencesTest {

  @Test
  void changesComeFirstThenGapsThenWhatComesBack() {
    assertThat(
            sentences(
                row(2, RowOutcome.RETURNED, notice("nothing_usable", "", "")),
                row(3, RowOutcome.IMPORTED_WITH_GAPS, notice("unreadable_date", "Found", "TBC")),
                row(4, RowOutcome.IMPORTED),
                row(5, RowOutcome.IMPORTED_WITH_GAPS, notice("unreadable_date", "Found", "soon")),
                changed(6)))
        .containsExactly(
            "  Would change:",
            "    row 6, Fernbank Primary, R6",
            "      individuals: 3 -> 12",
            "      closed: not known -> 2026-03-02",
            "      description: changed",
            "  Gaps:",
            "    Found: read \"TBC\", read \"soon\", expected a date. Write it.",
            "      2 rows: 3, 5",
            "  Would come back to be mended:",
            "    row 2",
            "      expected a date. Write it.");
  }

  @Test
  void tenOfAKindAreToldAndTheRestCounted() {
    List<PreviewRow> rows = new ArrayList<>();
    for (int row = 2; row <= 13; row++) {
      rows.add(row(row, RowOutcome.RETURNED, notice("nothing_usable", "", "")));
    }
    assertThat(sentences(rows.toArray(PreviewRow[]::new)))
        .hasSize(1 + 20 + 1)
        .last()
        .isEqualTo("    and 2 more; --preview FILE.csv writes them all");
  }

  @Test
  void ofAThousandAndOneRowsOfOneOutcomeOneIsLeftOutAndCounted() {
    PreviewedRows gathered = new PreviewedRows(List.of());
    for (int row = 2; row <= 1002; row++) {
      gathered.add(row(row, RowOutcome.UNCHANGED));
    }
    gathered.add(row(1003, RowOutcome.RETURNED, notice("nothing_usable", "", "")));
    PreviewedFile file = gathered.done();
    assertThat(file.rows()).hasSize(1001);
    assertThat(file.leftOut()).isEqualTo(Map.of(RowOutcome.UNCHANGED, 1));
    assertThat(file.rows(RowOutcome.RETURNED)).hasSize(1);
  }

  @Test
  void columnsOfNoFieldAreNamedTwentyAtMost() {
    assertThat(PreviewSentences.unmapped(List.of("Staff affected", "Total\naffected")))
        .isEqualTo(
            "Kept with each row, but read into no field: \"Staff affected\", \"Total affected\"."
                + " If one of them tells a field, import with --map \"HEADING=FIELD\".");
    assertThat(PreviewSentences.unmapped(java.util.Collections.nCopies(20, "A")))
        .doesNotContain("more");
    assertThat(PreviewSentences.unmapped(java.util.Collections.nCopies(21, "A")))
        .contains("\"A\" and 1 more. If");
  }

  @Test
  void aGuessIsToldOnceWithValuesOfItsColumn() {
    Guess guess = new Guess("", "Story", "description", List.of("A bag was lost", "A key"));
    assertThat(guess.note())
        .isEqualTo(
            "The log: \"Story\" was read as description, guessed from its values; if that is wrong,"
                + " say what the column holds when you send the file (--map \"Story=FIELD\", or"
                + " =ignore).");
    Finished done =
        new Finished(
            null,
            "",
            1,
            RowSum.NOTHING,
            Map.of("Story", "description"),
            List.of(),
            List.of(),
            List.of("The log has no column for the school.", guess.note()),
            null);
    ImportedFile file =
        new ImportedFile(
            Path.of("log.csv"), 1L, "", Status.IMPORTED, null, done, null, List.of(guess), 0);
    assertThat(file.sentences())
        .hasSize(3)
        .contains("  The log has no column for the school.")
        .contains("  " + guess.note() + " It begins: A bag was lost; A key");
  }

  @Test
  void aCellIsToldOnOneLineShortAndWithoutEscapes() {
    String told =
        String.join(
            "\n",
            sentences(
                row(
                    2,
                    RowOutcome.IMPORTED_WITH_GAPS,
                    notice("unreadable_date", "Found\u001b[2J", "a\r\nb\u202e" + "x".repeat(90)))));
    assertThat(told)
        .contains("Found [2J: read \"a b " + "x".repeat(55) + "\u2026\"")
        .doesNotContain("\u001b", "\r", "\u202e");
  }

  private static List<String> sentences(PreviewRow... rows) {
    PreviewedRows gathered = new PreviewedRows(List.of());
    List.of(rows).forEach(gathered::add);
    return PreviewSentences.of(gathered.done());
  }

  private static PreviewRow row(int row, RowOutcome outcome, Notice... notices) {
    return new PreviewRow(1, row, outcome, null, null, List.of(), List.of(notices));
  }

  private static PreviewRow changed(int row) {
    return new PreviewRow(
        1,
        row,
        RowOutcome.UPDATED,
        "Fernbank Primary",
        "R" + row,
        List.of(
            new FieldChange(Field.INDIVIDUALS, "3", "12"),
            new FieldChange(Field.CLOSED, null, "2026-03-02"),
            new FieldChange(Field.DESCRIPTION, "a canary", "two canaries")),
        List.of());
  }

  private static Notice notice(String code, String column, String read) {
    return new Notice(code, column, read, "a date", "Write it.");
  }
}

package org.breachledger.messy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Opened;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.Reading;
import org.breachledger.intake.Refused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class of mess: at least five sheets of it, each read as the program reads it. To add one, write
 * a class beside the others that gives its sheets; {@link MessCountTest} finds it.
 */
abstract class Mess {

  /** The columns of a plain log, none of which is messy by itself. */
  static final String HEADINGS =
      "School,Incident no,Date of incident,Type of breach,What happened,People affected";

  @TempDir Path folder;

  /** The sheets, at least five. */
  abstract List<MessySheet> sheets();

  @TestFactory
  Stream<DynamicTest> everyRowHasItsOutcome() {
    return sheets().stream()
        .map(sheet -> DynamicTest.dynamicTest(sheet.name(), () -> check(sheet)));
  }

  private void check(MessySheet sheet) throws IOException {
    Path file = sheet.maker().in(Files.createTempDirectory(folder, "sheet"));
    Opened opened = Reading.reader().open(file, sheet.options());
    List<String> wrong =
        opened instanceof Refused refused ? refused(sheet, refused) : read(sheet, (LogFile) opened);
    assertThat(wrong)
        .as(getClass().getSimpleName() + ": sheet \"" + sheet.name() + "\"")
        .withFailMessage(
            () ->
                getClass().getSimpleName()
                    + ": sheet \""
                    + sheet.name()
                    + "\"\n  "
                    + String.join("\n  ", wrong))
        .isEmpty();
  }

  private static List<String> refused(MessySheet sheet, Refused refused) {
    if (refused.why() == sheet.refusal()) {
      return List.of();
    }
    String wanted = sheet.refusal() == null ? "a log" : "refused " + sheet.refusal();
    return List.of("expected: " + wanted + "\n    got: refused " + refused.why());
  }

  private static List<String> read(MessySheet sheet, LogFile log) throws IOException {
    List<ReadRow> rows = new ArrayList<>();
    try (log) {
      log.read(rows::add).ifPresent(refused -> rows.clear());
      if (sheet.refusal() != null) {
        return List.of("expected: refused " + sheet.refusal() + "\n    got: a log");
      }
      List<String> wrong = new ArrayList<>(Outcomes.differences(sheet.rows(), rows));
      sheet.file().forEach(fact -> wrong.addAll(FileFacts.differences(fact, log.summary())));
      wrong.addAll(sum(rows, log.summary()));
      return wrong;
    }
  }

  /** Rows read are the sum of the outcomes, always. */
  private static List<String> sum(List<ReadRow> rows, LogSummary summary) {
    int sum =
        rows.stream()
            .mapToInt(row -> row.outcome() instanceof Outcome.Skipped some ? some.rows() : 1)
            .sum();
    return sum == summary.rowsRead()
        ? List.of()
        : List.of("rows read " + summary.rowsRead() + ", outcomes " + sum);
  }
}

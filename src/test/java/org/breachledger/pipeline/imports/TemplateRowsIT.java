package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.RowSum;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a template that is numbered in advance is no incident before something happened. */
class TemplateRowsIT {

  private static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private TestDatabase database;
  private FileImporter importer;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    importer = Importers.of(database, new Archive(new Home(folder.resolve("home"))), CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void itIsSkippedAndToldUntilItIsFilledIn() throws Exception {
    ImportedFile first = take("first.csv", "2,,,No", "3,,,N");
    assertThat(first.rows()).isEqualTo(new RowSum(3, 0, 1, 0, 0, 0, 2));
    assertThat(Objects.requireNonNull(first.done()).warnings())
        .contains("2 rows have a number and tell of no incident; they were skipped.");

    ImportedFile next = take("next.csv", "2,15/06/2026,Loss,No", "3,,,N");
    assertThat(next.rows()).isEqualTo(new RowSum(3, 0, 1, 0, 1, 0, 1));
    assertThat(Objects.requireNonNull(next.done()).warnings())
        .contains("1 row has a number and tells of no incident; it was skipped.");
  }

  private ImportedFile take(String name, String second, String third) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve(name),
            "Incident no,Date of incident,Type of breach,Near miss?\n1,14/06/2026,Loss,No\n"
                + second
                + "\n"
                + third
                + "\n");
    return importer.take(file, ImportOptions.at(AS_OF, folder));
  }
}

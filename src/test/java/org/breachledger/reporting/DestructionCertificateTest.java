package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate says of backups, which hold what it says was destroyed. */
class DestructionCertificateTest {

  private static final String UNKNOWN =
      " Backups made before hold these incidents until they are deleted. Nobody said how long"
          + " backups are kept, so no day can be given.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | - | - | This program made no backup before.",
        "2026-06-01 | - | - | The last backup this program made before is of 1 June 2026.",
        "- | 2026-06-03 | 2026-06-01 | The record was restored on 3 June 2026 from a backup of 1 June"
            + " 2026: that one, and any made after it and before the restore, may hold these"
            + " incidents. This program made no backup since.",
        "2026-06-04 | 2026-06-03 | 2026-06-01 | The record was restored on 3 June 2026 from a backup"
            + " of 1 June 2026: that one, and any made after it and before the restore, may hold"
            + " these incidents. The last backup this program made since is of 4 June 2026.",
        "- | 2026-06-03 | - | The record was restored on 3 June 2026 from a backup: that one, and any"
            + " made after it and before the restore, may hold these incidents. This program made no"
            + " backup since."
      })
  void itTellsOfTheBackupTheRecordWasRestoredFrom(
      @Nullable LocalDate last, @Nullable LocalDate on, @Nullable LocalDate of, String words) {
    assertThat(backupWords(null, last, on, of)).isEqualTo(words + UNKNOWN);
  }

  @Test
  void theDayTheLastOneExpiresCountsFromTheDestruction() {
    LocalDate on = LocalDate.of(2026, 6, 3);
    assertThat(backupWords(90, null, on, on))
        .endsWith(
            " This program made no backup since. Backups are kept for 90 days by this installation's"
                + " setting, so the last one that may hold these incidents expires on 29 September"
                + " 2026.");
  }

  private static String backupWords(
      @Nullable Integer days,
      @Nullable LocalDate last,
      @Nullable LocalDate on,
      @Nullable LocalDate of) {
    DestructionCertificate sample = SamplePapers.certificate("Elm School", 1);
    return new DestructionCertificate(
            sample.number(),
            sample.scope(),
            sample.imprint(),
            sample.list(),
            sample.confirmedBy(),
            sample.confirmedOn(),
            sample.destroyedBy(),
            LocalDate.of(2026, 7, 1),
            sample.originals(),
            new DestructionCertificate.Backups(
                days, last, on == null ? null : new DestructionCertificate.Restored(on, of)),
            sample.incidents())
        .backupWords();
  }
}

package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.intake.Guess;
import org.breachledger.intake.store.ImportRecords.Arrival;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.pipeline.imports.ImportedFile.Status;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody sent, on its way to one of its ends.
 *
 * @param file where it lies
 * @param arrival its bytes by their hash, and what was asked of them
 * @param begun when work on it began, by {@link System#nanoTime()}
 */
record ArrivedFile(Path file, Arrival arrival, long begun) {

  private static final double NANOS = 1e9;

  /** Takes the hash of a file that can be read. */
  static ArrivedFile of(Path file, String sentAs, ImportOptions options, String policy, long begun)
      throws IOException {
    return new ArrivedFile(
        file,
        new Arrival(
            sentAs,
            Archive.sha256(file),
            Files.size(file),
            options.key(),
            options.asOf().instant(),
            policy),
        begun);
  }

  /** Whether a file is there and can be read. */
  static boolean readable(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  /** The end of a file that cannot even be read: nothing is known of its bytes. */
  static ImportedFile missing(Path file, String sentence, long begun) {
    return new ImportedFile(
        file, null, null, Status.REFUSED, sentence, null, null, List.of(), since(begun));
  }

  ImportedFile refused(@Nullable Long importId, String sentence) {
    return end(importId, Status.REFUSED, sentence, null, null, List.of());
  }

  /** The same bytes were taken before; by a file of the same preview where there is no number. */
  ImportedFile known(@Nullable Long importId) {
    return end(importId, Status.ALREADY_IMPORTED, null, null, null, List.of());
  }

  ImportedFile imported(long importId, Finished finished, List<Guess> guesses) {
    return end(importId, Status.IMPORTED, null, finished, null, guesses);
  }

  ImportedFile previewed(Finished finished, PreviewedFile preview, List<Guess> guesses) {
    return end(null, Status.PREVIEWED, null, finished, preview, guesses);
  }

  private ImportedFile end(
      @Nullable Long importId,
      Status status,
      @Nullable String reason,
      @Nullable Finished finished,
      @Nullable PreviewedFile preview,
      List<Guess> guesses) {
    return new ImportedFile(
        file, importId, arrival.sha256(), status, reason, finished, preview, guesses, since(begun));
  }

  private static double since(long begun) {
    return Math.round((System.nanoTime() - begun) / NANOS * 1000) / 1000.0;
  }
}

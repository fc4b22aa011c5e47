package org.breachledger.pipeline.imports;

import java.nio.file.Path;
import org.breachledger.intake.store.PreviewRow;

/** Is given every row of a preview, in the order of the files and their rows. */
@FunctionalInterface
public interface PreviewSink {

  /** Keeps nothing. */
  PreviewSink NONE = (file, sheet, row) -> {};

  /**
   * Takes one row.
   *
   * @param sheet as its tab shows it; empty for text files
   */
  void take(Path file, String sheet, PreviewRow row);

  /** Is told that a file came to its end. */
  default void done(ImportedFile file) {}
}

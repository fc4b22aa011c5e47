package org.breachledger.pipeline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.intake.store.PreviewRow;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.PreviewCsv;
import org.breachledger.pipeline.imports.PreviewSink;
import org.jspecify.annotations.Nullable;

/** Writes a preview's rows where they are asked for, and shows how far it has come. */
final class PreviewShown implements PreviewSink, Closeable {

  private final @Nullable PreviewCsv csv;
  private final int files;
  private int done;

  private PreviewShown(@Nullable PreviewCsv csv, int files) {
    this.csv = csv;
    this.files = files;
    Progress.show("previewing", done, files);
  }

  /** Writes to a CSV file; to none where it is null. */
  static PreviewShown to(@Nullable Path file, int files) {
    return new PreviewShown(file == null ? null : PreviewCsv.create(file), files);
  }

  @Override
  public void take(Path file, String sheet, PreviewRow row) {
    if (csv != null) {
      csv.take(file, sheet, row);
    }
  }

  @Override
  public void done(ImportedFile file) {
    Progress.show("previewing", ++done, files);
  }

  /** Says that every file was previewed. */
  void done() throws IOException {
    if (csv != null) {
      csv.done();
    }
  }

  @Override
  public void close() throws IOException {
    Progress.end();
    if (csv != null) {
      csv.close();
    }
  }
}

package org.breachledger.pipeline.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.exchange.SafeCsv;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.FieldChange;
import org.breachledger.intake.store.PreviewRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes every row of a preview as CSV: a line for each changed field and each notice of a row, one
 * line for a row with neither.
 */
public final class PreviewCsv implements PreviewSink, Closeable {

  private static final List<String> HEADINGS =
      List.of(
          "file",
          "sheet",
          "row",
          "outcome",
          "school",
          "reference",
          "field",
          "before",
          "after",
          "notice",
          "column",
          "read",
          "expected",
          "to_do");

  private static final List<String> NO_CHANGE = List.of("", "", "");
  private static final List<String> NO_NOTICE = List.of("", "", "", "", "");

  private final SafeCsv csv;

  private PreviewCsv(SafeCsv csv) {
    this.csv = csv;
  }

  /** Begins a file, which is there when it is {@link #done}; missing folders are made. */
  public static PreviewCsv create(Path file) {
    return new PreviewCsv(SafeCsv.create(file, HEADINGS));
  }

  @Override
  public void take(Path file, String sheet, PreviewRow row) {
    List<String> which =
        List.of(
            SafeCsv.guarded(String.valueOf(file.getFileName())),
            SafeCsv.guarded(sheet),
            Integer.toString(row.row()),
            row.outcome().code(),
            guarded(row.school()),
            guarded(row.reference()));
    if (row.changes().isEmpty() && row.notices().isEmpty()) {
      line(which, NO_CHANGE, NO_NOTICE);
    }
    row.changes().forEach(change -> line(which, cells(change), NO_NOTICE));
    row.notices().forEach(notice -> line(which, NO_CHANGE, cells(notice)));
  }

  private static List<String> cells(FieldChange change) {
    return List.of(
        change.field().code(),
        guarded(change.shownBefore().orElse(null)),
        guarded(change.shownAfter().orElse(null)));
  }

  private static List<String> cells(Notice notice) {
    return List.of(
        notice.code(),
        SafeCsv.guarded(notice.column()),
        SafeCsv.guarded(notice.read()),
        notice.expected(),
        notice.toDo());
  }

  private void line(List<String> which, List<String> change, List<String> notice) {
    List<String> cells = new ArrayList<>(which);
    cells.addAll(change);
    cells.addAll(notice);
    csv.row(cells);
  }

  private static String guarded(@Nullable String text) {
    return text == null ? "" : SafeCsv.guarded(text);
  }

  /** Says that every row was taken: the file is whole. */
  public void done() throws IOException {
    csv.done();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

package org.breachledger.intake.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.jspecify.annotations.Nullable;

/**
 * The workbook of rows that go back to their sender: the sender's own sheets and columns, only the
 * rows to fix, the cells at fault coloured and commented, and beside each row in plain words what
 * to fix. Fixed there and imported, they go in. Nothing in it runs, nothing is hidden, and its
 * properties name nobody. Rows wait on disk, under no name.
 */
public final class ReturnsFile implements Closeable {

  private static final String NAME = "Rows to fix";
  private static final int LONGEST_NAME = 31;

  private final Path folder;
  private final LogSummary log;
  private final long importId;
  private final ReturnsBook book;
  private final ReturnsLook look;
  private final ReturnsNotes notes = new ReturnsNotes();
  private final Set<String> names = new HashSet<>();
  private @Nullable ReturnsSheet sheet;

  /**
   * A workbook without rows yet.
   *
   * @param folder where rows wait; it must be there
   * @param log what is known of the log the rows come from
   * @param importId the import, which the workbook names
   */
  public ReturnsFile(Path folder, LogSummary log, long importId) {
    this.folder = folder;
    this.log = log;
    this.importId = importId;
    this.book = new ReturnsBook(folder);
    this.look = new ReturnsLook(book);
  }

  /** Adds a row in the order of the log; one that is not returned is passed over. */
  public void add(ReadRow row) {
    if (row.outcome() instanceof Outcome.Returned) {
      sheet(row).add(row);
    }
  }

  /** Whether no row was added. */
  public boolean empty() {
    return sheet == null;
  }

  private ReturnsSheet sheet(ReadRow row) {
    ReturnsSheet current = sheet;
    if (current == null || current.log().number() != row.sheet() || current.full()) {
      finish();
      current = begin(row);
      sheet = current;
    }
    return current;
  }

  private void finish() {
    if (sheet != null) {
      sheet.finish();
    }
  }

  private ReturnsSheet begin(ReadRow row) {
    LogSheet own =
        log.sheets().stream()
            .filter(known -> known.number() == row.sheet())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the row is of no sheet of the log"));
    Sheet fresh = book.createSheet(name(own.name()));
    return new ReturnsSheet(fresh, own, log.dates(), importId, look, notes);
  }

  /** The sender's name of the sheet; a number follows where it would stand twice. */
  private String name(String written) {
    String safe = written.isBlank() ? NAME : WorkbookUtil.createSafeSheetName(written);
    String name = safe;
    for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
      String number = " (" + n + ")";
      name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - number.length())) + number;
    }
    return name;
  }

  /**
   * Writes the workbook; the file appears whole or not at all.
   *
   * @throws IllegalStateException where no row was added
   */
  public void write(Path file) throws IOException {
    if (empty()) {
      throw new IllegalStateException("there is no row to return");
    }
    finish();
    Path arriving = Files.createTempFile(folder, ".returns", "");
    try {
      try (OutputStream out = Files.newOutputStream(arriving)) {
        book.writeAvoidingTempFiles(out);
      }
      Files.move(arriving, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}

package org.breachledger.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.NoPropertySetStreamException;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.breachledger.intake.FileNote;
import org.jspecify.annotations.Nullable;

/** Finds what an {@code .xls} workbook carries that its sender may not see. */
final class HiddenInXls {

  private static final int MOST_COLUMNS = 256;

  /** A query of a database: its records begin a connection each. */
  private static final int DATABASE_QUERY = 0xdc;

  private final HSSFWorkbook workbook;
  private final DirectoryNode root;
  private final HiddenNotes notes = new HiddenNotes();

  private HiddenInXls(HSSFWorkbook workbook, DirectoryNode root) {
    this.workbook = workbook;
    this.root = root;
  }

  /** What was found; odd parts that cannot be counted do not stop the log from being read. */
  static List<FileNote> notes(HSSFWorkbook workbook, DirectoryNode root) {
    HiddenInXls hidden = new HiddenInXls(workbook, root);
    try {
      hidden.find();
    } catch (IOException | RuntimeException e) {
      hidden.notes.uncounted();
    }
    return hidden.notes.list();
  }

  private void find() throws IOException {
    if (has("_VBA_PROJECT_CUR") || has("_VBA_PROJECT")) {
      notes.macros();
    }
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      SheetVisibility seen = workbook.getSheetVisibility(i);
      if (seen != SheetVisibility.VISIBLE) {
        notes.hiddenSheet(workbook.getSheetName(i), seen == SheetVisibility.VERY_HIDDEN);
      }
      sheet(workbook.getSheetAt(i));
    }
    notes.pivots(entries("_SX_DB_CUR"), 0);
    records();
    notes.embeddedFiles(embedded());
    notes.customXml(entries("MsoDataStore"));
    if (has("Revision Log")) {
      notes.changeHistory();
    }
    properties();
  }

  private boolean has(String entry) {
    return root.hasEntryCaseInsensitive(entry);
  }

  private int entries(String folder) throws IOException {
    return has(folder) && root.getEntryCaseInsensitive(folder) instanceof DirectoryNode directory
        ? directory.getEntryCount()
        : 0;
  }

  private void sheet(HSSFSheet sheet) {
    int rows = 0;
    int last = 0;
    for (Row row : sheet) {
      rows += row.getZeroHeight() ? 1 : 0;
      last = Math.max(last, row.getLastCellNum());
    }
    notes.rows(sheet.getSheetName(), rows);
    int columns = 0;
    for (int column = 0; column < Math.min(last, MOST_COLUMNS); column++) {
      columns += sheet.isColumnHidden(column) ? 1 : 0;
    }
    notes.columns(sheet.getSheetName(), columns);
    comments(sheet);
  }

  private void comments(HSSFSheet sheet) {
    List<String> authors =
        sheet.getCellComments().values().stream()
            .map(comment -> comment.getAuthor() == null ? "" : comment.getAuthor())
            .filter(author -> !author.equals("Breachledger"))
            .toList();
    boolean named = authors.stream().anyMatch(author -> !author.isBlank());
    notes.comments(sheet.getSheetName(), authors.size(), named);
  }

  private void records() {
    int links = 0;
    int queries = 0;
    int names = 0;
    for (Record record : workbook.getInternalWorkbook().getRecords()) {
      links += record instanceof SupBookRecord book && book.isExternalReferences() ? 1 : 0;
      queries += record.getSid() == DATABASE_QUERY ? 1 : 0;
    }
    for (int i = 0; i < workbook.getInternalWorkbook().getNumNames(); i++) {
      var name = workbook.getInternalWorkbook().getNameRecord(i);
      names += name.isHiddenName() && !name.isBuiltInName() ? 1 : 0;
    }
    notes.externalLinks(links);
    notes.connections(queries);
    notes.names(names);
  }

  private int embedded() {
    int count = 0;
    for (Entry entry : root) {
      count += entry.isDirectoryEntry() && entry.getName().matches("MBD\\p{XDigit}+|_\\d+") ? 1 : 0;
    }
    return count;
  }

  private void properties() {
    List<String> which = new ArrayList<>();
    if (read(SummaryInformation.DEFAULT_STREAM_NAME) instanceof SummaryInformation summary) {
      add(which, summary.getAuthor(), "its author");
      add(which, summary.getLastAuthor(), "who saved it last");
    }
    int own = 0;
    if (read(DocumentSummaryInformation.DEFAULT_STREAM_NAME)
        instanceof DocumentSummaryInformation summary) {
      add(which, summary.getManager(), "a manager");
      add(which, summary.getCompany(), "a company");
      CustomProperties custom = summary.getCustomProperties();
      own = custom == null ? 0 : Set.copyOf(custom.nameSet()).size();
    }
    notes.properties(which);
    notes.customProperties(own);
  }

  private @Nullable PropertySet read(String stream) {
    try {
      return has(stream) ? PropertySetFactory.create(root, stream) : null;
    } catch (IOException | NoPropertySetStreamException | RuntimeException e) {
      return null;
    }
  }

  private static void add(List<String> which, @Nullable String value, String words) {
    if (value != null && !value.isBlank()) {
      which.add(words);
    }
  }
}

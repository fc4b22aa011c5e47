package org.breachledger.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.breachledger.incident.Sha256;

/**
 * Makes the prints of a sheet's rows: of the cells as they were read and of what the sheet and its
 * file tell of how they are read. The tables and the program are the importer's to remember.
 */
final class RowPrinter {

  private final MessageDigest digest = Sha256.fresh();
  private final byte[] sheet;
  private final int number;
  private final StringBuilder row = new StringBuilder();

  /**
   * For one sheet.
   *
   * @param order how its dates order day and month
   */
  RowPrinter(SheetPlan plan, LogSheet sheet, DateOrder order, boolean dates1904) {
    this.number = plan.sheet().number();
    this.sheet =
        digest.digest(told(plan, sheet, order, dates1904).getBytes(StandardCharsets.UTF_8));
  }

  private static String told(SheetPlan plan, LogSheet sheet, DateOrder order, boolean dates1904) {
    ColumnMap columns = plan.heading().columns();
    Profile profile = plan.heading().profile();
    StringBuilder told = new StringBuilder();
    add(told, profile == null ? "" : profile.name());
    columns.labels().forEach(label -> add(told, label));
    columns.fields().forEach(field -> add(told, field.toString()));
    add(told, new TreeSet<>(columns.unmapped()).toString());
    add(told, new TreeSet<>(columns.beside()).toString());
    add(told, new TreeMap<>(columns.dates()).toString());
    add(told, new TreeSet<>(plan.columns().keySet()).toString());
    add(told, new TreeSet<>(plan.dayColumns()).toString());
    add(told, sheet.mapping().toString());
    add(told, sheet.school() == null ? "none" : "of " + sheet.school());
    add(told, order + " " + dates1904);
    return told.toString();
  }

  RowPrint of(GridRow read) {
    row.setLength(0);
    row.append(read.hidden());
    for (GridCell cell : read.cells()) {
      row.append(cell.kind().ordinal()).append(cell.showsTime() ? 't' : 'd');
      add(row, cell.text());
      add(row, cell.format());
      if (cell.time() != null) {
        row.append(cell.time());
      }
    }
    digest.update(sheet);
    ByteBuffer hash =
        ByteBuffer.wrap(digest.digest(row.toString().getBytes(StandardCharsets.UTF_8)));
    return new RowPrint(number, read.number(), new UUID(hash.getLong(), hash.getLong()));
  }

  /** With its length, so that two texts never run into another pair. */
  private static void add(StringBuilder all, String text) {
    all.append(text.length()).append(':').append(text);
  }
}

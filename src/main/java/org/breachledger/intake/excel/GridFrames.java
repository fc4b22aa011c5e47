package org.breachledger.intake.excel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.RefusedFile;

/**
 * A grid as bytes, on its way from the process that read it: its dates' origin and sheets, the rows
 * sheet by sheet, what its sender should know.
 */
final class GridFrames {

  /** Stands where the number of a next row would, behind the last. */
  private static final int NO_MORE = Integer.MIN_VALUE;

  private static final int LONGEST = 1 << 22;
  private static final GridCell.Kind[] KINDS = GridCell.Kind.values();

  private GridFrames() {}

  static void write(Grid grid, DataOutputStream out) throws RefusedFile, IOException {
    out.writeBoolean(grid.dates1904());
    out.writeInt(grid.sheets().size());
    for (GridSheet sheet : grid.sheets()) {
      out.writeInt(sheet.number());
      text(sheet.name(), out);
      out.writeBoolean(sheet.hidden());
    }
    for (GridSheet sheet : grid.sheets()) {
      IOException[] failed = new IOException[1];
      grid.read(
          sheet,
          row -> {
            try {
              row(row, out);
              return true;
            } catch (IOException e) {
              failed[0] = e;
              return false;
            }
          });
      if (failed[0] != null) {
        throw failed[0];
      }
      out.writeInt(NO_MORE);
    }
    // some notes are known only when all was read
    out.writeInt(grid.notes().size());
    for (FileNote note : grid.notes()) {
      text(note.code(), out);
      text(note.sentence(), out);
    }
  }

  private static void row(GridRow row, DataOutputStream out) throws IOException {
    out.writeInt(row.number());
    out.writeBoolean(row.hidden());
    out.writeShort(row.cells().size());
    for (GridCell cell : row.cells()) {
      out.writeByte(cell.kind().ordinal());
      if (!cell.blank()) {
        text(cell.text(), out);
        text(cell.format(), out);
      }
      LocalDateTime time = cell.time();
      if (cell.kind() == GridCell.Kind.DATE && time != null) {
        out.writeLong(time.toEpochSecond(ZoneOffset.UTC));
        out.writeInt(time.getNano());
        out.writeBoolean(cell.showsTime());
      }
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static List<GridSheet> sheets(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<GridSheet> sheets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sheets.add(new GridSheet(in.readInt(), text(in), in.readBoolean()));
    }
    return sheets;
  }

  /** Gives the rows of the next sheet to a visitor until it has seen enough. */
  static boolean rows(DataInputStream in, Grid.RowVisitor visitor) throws IOException {
    for (int number = in.readInt(); number != NO_MORE; number = in.readInt()) {
      boolean hidden = in.readBoolean();
      int count = Short.toUnsignedInt(in.readShort());
      List<GridCell> cells = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        cells.add(cell(in));
      }
      if (!visitor.visit(new GridRow(number, cells, hidden))) {
        return false;
      }
    }
    return true;
  }

  private static GridCell cell(DataInputStream in) throws IOException {
    GridCell.Kind kind = KINDS[in.readByte()];
    if (kind == GridCell.Kind.BLANK) {
      return GridCell.BLANK;
    }
    String text = text(in);
    String format = text(in);
    if (kind != GridCell.Kind.DATE) {
      return new GridCell(kind, text, null, false, format);
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
    return new GridCell(kind, text, time, in.readBoolean(), format);
  }

  static List<FileNote> notes(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<FileNote> notes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notes.add(new FileNote(text(in), text(in)));
    }
    return notes;
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new EOFException("a text of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

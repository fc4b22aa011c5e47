package org.breachledger.intake.excel;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/** A grid that another process has read, kept packed in memory and unpacked for each reading. */
final class FramedGrid implements Grid {

  private byte[] packed;
  private final boolean dates1904;
  private final List<GridSheet> sheets;
  private final List<FileNote> notes;

  /** Takes the frames; all are looked through once, so that a fault shows here. */
  FramedGrid(byte[] packed) throws IOException {
    this.packed = packed;
    try (DataInputStream in = open()) {
      dates1904 = in.readBoolean();
      sheets = List.copyOf(GridFrames.sheets(in));
      for (int i = 0; i < sheets.size(); i++) {
        GridFrames.rows(in, row -> true);
      }
      notes = List.copyOf(GridFrames.notes(in));
    }
  }

  private DataInputStream open() {
    return new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)));
  }

  @Override
  public List<GridSheet> sheets() {
    return sheets;
  }

  @Override
  public void read(GridSheet wanted, RowVisitor visitor) throws RefusedFile {
    try (DataInputStream in = open()) {
      in.readBoolean();
      for (GridSheet sheet : GridFrames.sheets(in)) {
        boolean asked = sheet.number() == wanted.number();
        boolean all = GridFrames.rows(in, asked ? visitor : row -> true);
        if (asked || !all) {
          return;
        }
      }
    } catch (IOException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  @Override
  public boolean dates1904() {
    return dates1904;
  }

  @Override
  public List<FileNote> notes() {
    return notes;
  }

  @Override
  public void close() {
    packed = new byte[0];
  }
}

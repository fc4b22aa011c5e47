package org.breachledger.intake.mis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The records of a separated text file [RFC 4180], found in its bytes one after another without
 * making anything of them; quoted cells may hold separators and line breaks. A record whose
 * quotation marks never close, or that is longer than a mebibyte, is given as broken up to the end
 * of its first line.
 *
 * <p>Fits every encoding in which ASCII signs are single bytes, such as UTF-8 and Windows-1252.
 */
final class ByteLines implements Closeable {

  private static final int BLOCK = 1 << 20;
  private static final int MOST_CELLS = 512;

  private final InputStream in;
  private final byte separator;
  private final byte[] buffer = new byte[2 * BLOCK];
  private final int[] from = new int[MOST_CELLS];
  private final int[] to = new int[MOST_CELLS];
  private final boolean[] quoted = new boolean[MOST_CELLS];
  private byte[] scratch = new byte[256];
  private int scratchLength;
  private int position;
  private int limit;
  private boolean ended;
  private int cells;
  private int row;
  private boolean broken;

  ByteLines(InputStream in, char separator) throws IOException {
    this.in = in;
    this.separator = (byte) separator;
    refill();
    if (limit >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      position = 3;
    }
  }

  /** Moves on to the next record; false behind the last. */
  boolean next() throws IOException {
    broken = false;
    while (true) {
      if (position == limit && !refill()) {
        return false;
      }
      int after = parse();
      if (after >= 0) {
        position = after;
        row++;
        return true;
      }
      if (limit - position > BLOCK || !refill()) {
        breakOff();
        return true;
      }
    }
  }

  /** The record's number, from 1; blank lines count. */
  int row() {
    return row;
  }

  /** Whether the record breaks off and has no cells to be trusted. */
  boolean broken() {
    return broken;
  }

  /** How many cells the record has; a blank line has one, which is empty. */
  int cells() {
    return cells;
  }

  /** Whether no cell holds anything but blanks. */
  boolean blank() {
    for (int i = 0; i < cells; i++) {
      for (int at = from[i]; at < to[i]; at++) {
        if (buffer[at] > ' ' || buffer[at] < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Puts a cell's bytes where {@link #bytes}, {@link #begin} and {@link #end} say, without blanks
   * around them; a cell beyond the last is empty.
   */
  void cell(int index) {
    if (index >= cells) {
      begin = 0;
      end = 0;
      bytes = buffer;
    } else if (quoted[index]) {
      unquote(from[index], to[index]);
      bytes = scratch;
      begin = 0;
      end = scratchLength;
    } else {
      bytes = buffer;
      begin = from[index];
      end = to[index];
    }
    while (begin < end && bytes[begin] <= ' ' && bytes[begin] >= 0) {
      begin++;
    }
    while (end > begin && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
      end--;
    }
  }

  private byte[] bytes = buffer;
  private int begin;
  private int end;

  byte[] bytes() {
    return bytes;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  /**
   * Finds the cells of the record at the position; where it ends, or -1 where bytes are wanting.
   */
  private int parse() {
    byte[] text = buffer;
    int last = limit;
    int at = position;
    cells = 0;
    while (true) {
      int begun = at;
      boolean marks = at < last && text[at] == '"';
      if (marks) {
        at = closing(at + 1);
        if (at < 0) {
          return -1;
        }
      }
      while (at < last && text[at] != separator && text[at] != '\n' && text[at] != '\r') {
        at++;
      }
      if (at == last && !ended) {
        return -1;
      }
      add(begun, at, marks);
      if (at == last) {
        return at;
      }
      if (text[at] != separator) {
        return lineEnd(at);
      }
      at++;
    }
  }

  private int lineEnd(int at) {
    if (buffer[at] == '\n') {
      return at + 1;
    }
    if (at + 1 == limit) {
      return ended ? at + 1 : -1;
    }
    return buffer[at + 1] == '\n' ? at + 2 : at + 1;
  }

  /** Where the text behind the closing quotation mark begins; -1 where it does not close here. */
  private int closing(int begun) {
    int at = begun;
    while (at < limit) {
      if (buffer[at] == '"') {
        if (at + 1 == limit) {
          return ended ? limit : -1;
        }
        if (buffer[at + 1] != '"') {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return -1;
  }

  /** A quoted cell without marks inside needs nothing more than its inner bytes. */
  private void add(int begun, int behind, boolean marks) {
    if (cells == MOST_CELLS) {
      return;
    }
    boolean plain = marks;
    for (int at = begun + 1; plain && at < behind - 1; at++) {
      plain = buffer[at] != '"';
    }
    plain &= behind - begun >= 2 && buffer[behind - 1] == '"';
    from[cells] = plain ? begun + 1 : begun;
    to[cells] = plain ? behind - 1 : behind;
    quoted[cells] = marks && !plain;
    cells++;
  }

  /** Doubled marks stand for one; what follows the closing mark belongs to the cell. */
  private void unquote(int begun, int behind) {
    if (scratch.length < behind - begun) {
      scratch = new byte[behind - begun];
    }
    int length = 0;
    boolean inside = true;
    for (int at = begun + 1; at < behind; at++) {
      if (inside && buffer[at] == '"') {
        if (at + 1 < behind && buffer[at + 1] == '"') {
          at++;
        } else {
          inside = false;
          continue;
        }
      }
      scratch[length++] = buffer[at];
    }
    scratchLength = length;
  }

  /** Goes on behind the first line of a record that cannot be read. */
  private void breakOff() throws IOException {
    broken = true;
    cells = 0;
    row++;
    while (true) {
      while (position < limit) {
        if (buffer[position++] == '\n') {
          return;
        }
      }
      if (!refill()) {
        return;
      }
    }
  }

  /** Moves what is left to the front and reads on; false where nothing more came. */
  private boolean refill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return limit > 0;
    }
    limit += read;
    return true;
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(buffer, (byte) 0);
    in.close();
  }
}

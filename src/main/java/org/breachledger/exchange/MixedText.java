package org.breachledger.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads text in which some lines are UTF-8 and some Windows-1252 as UTF-8: a byte that is part of
 * no letter of UTF-8 is the letter it is in Windows-1252.
 */
final class MixedText extends InputStream {

  static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final int BLOCK = 1 << 16;
  private static final int LONGEST = 4;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private int at;
  private int end;
  private boolean ended;

  /** What is read, but not yet given. */
  private byte[] letter = {};

  private int given;

  MixedText(InputStream in) {
    this.in = in;
  }

  /**
   * How many bytes the next letter has: 1 to 4 in UTF-8, 0 where the next byte begins none, -1 at
   * the end.
   */
  int length() throws IOException {
    if (end - at < LONGEST && !ended) {
      fill();
    }
    if (at == end) {
      return -1;
    }
    int lead = at(0);
    if (lead < 0x80) {
      return 1;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return lead >= 0xc2 && lead <= 0xf4 && length <= end - at && goesOn(lead, length) ? length : 0;
  }

  /** Takes the next byte, 0 to 255. */
  int take() {
    int taken = at(0);
    at++;
    return taken;
  }

  private int at(int ahead) {
    return block[at + ahead] & 0xff;
  }

  /**
   * No letter is written longer than it need be, none is half of another, none is past the last.
   */
  private boolean goesOn(int lead, int length) {
    int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at(1) < least || at(1) > most) {
      return false;
    }
    for (int i = 2; i < length; i++) {
      if (at(i) < 0x80 || at(i) > 0xbf) {
        return false;
      }
    }
    return true;
  }

  private void fill() throws IOException {
    System.arraycopy(block, at, block, 0, end - at);
    end -= at;
    at = 0;
    end += in.readNBytes(block, end, block.length - end);
    ended = end < block.length;
  }

  /** Whether there is a byte to give. */
  private boolean ready() throws IOException {
    if (given < letter.length) {
      return true;
    }
    int length = length();
    if (length < 0) {
      return false;
    }
    byte[] bytes = new byte[Math.max(length, 1)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) take();
    }
    letter = length > 0 ? bytes : new String(bytes, WINDOWS).getBytes(StandardCharsets.UTF_8);
    given = 0;
    return true;
  }

  @Override
  public int read() throws IOException {
    return ready() ? letter[given++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int most) throws IOException {
    int count = 0;
    while (count < most && ready()) {
      to[from + count++] = letter[given++];
    }
    return count == 0 && most > 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

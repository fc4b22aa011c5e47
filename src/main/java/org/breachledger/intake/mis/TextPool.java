package org.breachledger.intake.mis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.breachledger.intake.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column, each made once while it keeps coming: a log says the same few thousand
 * things over and over. Holds so many texts at most, whatever the log says.
 */
final class TextPool {

  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 512;

  private final Charset charset;
  private final byte[][] keys = new byte[PLACES][];
  private final @Nullable String[] texts = new String[PLACES];

  TextPool(Charset charset) {
    this.charset = charset;
  }

  /** The text of some bytes, cleaned. */
  String text(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return decode(bytes, from, length);
    }
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + bytes[at];
    }
    int place = (hash ^ hash >>> 15) & PLACES - 1;
    byte[] key = keys[place];
    String known = texts[place];
    if (known != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return known;
    }
    String text = decode(bytes, from, length);
    keys[place] = Arrays.copyOfRange(bytes, from, to);
    texts[place] = text;
    return text;
  }

  private String decode(byte[] bytes, int from, int length) {
    for (int at = from; at < from + length; at++) {
      if (bytes[at] < 0) {
        return CleanText.of(new String(bytes, from, length, charset));
      }
    }
    return CleanText.of(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }
}

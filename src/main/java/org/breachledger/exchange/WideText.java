package org.breachledger.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in which every letter takes two bytes, as some programs save it. */
public final class WideText {

  private WideText() {}

  /**
   * The encoding of a file that begins with these bytes: by its mark, or by noughts that stand in
   * one half of nearly every letter; empty where the text is not of this kind.
   */
  public static Optional<Charset> charset(byte[] head) {
    if (head.length >= 2) {
      int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
      if (mark == 0xfffe || mark == 0xfeff) {
        return Optional.of(mark == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
      }
    }
    int pairs = Math.min(head.length, 1_024) / 2;
    int[] noughts = new int[2];
    for (int i = 0; i < pairs * 2; i++) {
      noughts[i % 2] += head[i] == 0 ? 1 : 0;
    }
    if (pairs >= 8 && Math.min(noughts[0], noughts[1]) == 0) {
      boolean low = noughts[1] * 10 >= pairs * 8;
      boolean high = noughts[0] * 10 >= pairs * 8;
      return low
          ? Optional.of(StandardCharsets.UTF_16LE)
          : high ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
    return Optional.empty();
  }
}

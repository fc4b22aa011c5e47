package org.breachledger.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 with some letters in Windows-1252, as several programs write one file. */
public final class StrayLetters {

  /** The encoding of the strays. */
  public static final Charset WINDOWS = Charset.forName("windows-1252");

  private StrayLetters() {}

  /** The text in UTF-8, but for what stands between sharps, which is in Windows-1252. */
  public static byte[] in(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean stray = false;
    for (String part : text.split("#", -1)) {
      bytes.writeBytes(part.getBytes(stray ? WINDOWS : StandardCharsets.UTF_8));
      stray = !stray;
    }
    return bytes.toByteArray();
  }

  /** The same, with a byte that is no letter in either where the text has an underscore. */
  public static byte[] unfit(String text) {
    byte[] bytes = in(text);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('_')] = (byte) 0x81;
    return bytes;
  }
}

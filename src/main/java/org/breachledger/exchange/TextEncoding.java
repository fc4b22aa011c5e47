package org.breachledger.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells how a text file writes its letters: UTF-8 where that fits the whole file, else
 * Windows-1252.
 */
public final class TextEncoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What each byte is in it. */
  private static final String LETTERS = new String(everyByte(), WINDOWS);

  private static final int BLOCK = 1 << 16;
  private static final int HEAD = 1_024;
  private static final int UNKNOWN = '\ufffd';

  private TextEncoding() {}

  /** Text that fits no encoding read here; the message says in which line, and what to do. */
  public static final class Unfit extends CharacterCodingException {
    private static final long serialVersionUID = 1L;

    private final long line;

    Unfit(long line) {
      this.line = line;
    }

    @Override
    public String getMessage() {
      return "Line "
          + line
          + " holds a letter that neither UTF-8 nor Windows-1252 has; mend the line, or save the file"
          + " again as CSV in UTF-8.";
    }
  }

  /**
   * The encoding of a file.
   *
   * @throws Unfit where none fits
   */
  public static Charset of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Optional<Charset> wide = WideText.charset(in.readNBytes(HEAD));
      if (wide.isPresent()) {
        return wide.get();
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (utf8(in)) {
        return StandardCharsets.UTF_8;
      }
    }
    demandWindows(file);
    return WINDOWS;
  }

  /** A few bytes are no letter in Windows-1252. */
  private static void demandWindows(Path file) throws IOException {
    long line = 1;
    boolean returned = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (int sign = in.read(); sign >= 0; sign = in.read()) {
        if (sign == '\n' && !returned || sign == '\r') {
          line++;
        }
        returned = sign == '\r';
        if (LETTERS.charAt(sign) == UNKNOWN) {
          throw new Unfit(line);
        }
      }
    }
  }

  private static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static boolean utf8(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer letters = CharBuffer.allocate(BLOCK);
    while (true) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.limit(bytes.position() + Math.max(read, 0)).rewind();
      if (decoder.decode(bytes, letters.clear(), read < 0).isError()) {
        return false;
      }
      if (read < 0) {
        return true;
      }
      bytes.compact();
    }
  }
}

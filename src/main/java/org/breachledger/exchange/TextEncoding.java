package org.breachledger.exchange;

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
 * How a text file writes its letters: UTF-8 where that fits the whole file or, with a few bytes in
 * Windows-1252, most of it, else Windows-1252.
 *
 * @param charset the encoding of what {@link #open} gives
 * @param mixed whether letters in Windows-1252 stand among those in UTF-8
 */
public record TextEncoding(Charset charset, boolean mixed) {

  /** What each byte is in it. */
  private static final String LETTERS = new String(everyByte(), MixedText.WINDOWS);

  private static final int BLOCK = 1 << 16;
  private static final int HEAD = 1_024;
  private static final int UNKNOWN = '\ufffd';

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
          + " again in UTF-8.";
    }
  }

  /**
   * Finds the encoding of a file.
   *
   * @throws Unfit where none fits
   */
  public static TextEncoding find(Path file) throws IOException {
    byte[] head = head(file);
    Optional<Charset> wide = WideText.charset(head);
    if (wide.isPresent()) {
      return new TextEncoding(wide.get(), false);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (utf8(in)) {
        return new TextEncoding(StandardCharsets.UTF_8, false);
      }
    }
    return mostly(file, marked(head));
  }

  /**
   * An encoding in which the beginning of any text can be looked at, whatever letters come later;
   * one nobody knows is U+FFFD.
   */
  public static TextEncoding toLookAt(Path file) throws IOException {
    return WideText.charset(head(file))
        .map(wide -> new TextEncoding(wide, false))
        .orElseGet(() -> new TextEncoding(StandardCharsets.UTF_8, true));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /** The bytes of a file in {@link #charset}. */
  public InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return mixed ? new MixedText(in) : in;
  }

  /**
   * Mixed where the file is marked as UTF-8, its letters of UTF-8 are more than the bytes that are
   * in none, or Windows-1252 does not fit; a few bytes are no letter in it.
   */
  private static TextEncoding mostly(Path file, boolean marked) throws IOException {
    long line = 1;
    boolean returned = false;
    long letters = 0;
    long strays = 0;
    boolean windows = true;
    try (MixedText text = new MixedText(Files.newInputStream(file))) {
      for (int length = text.length(); length >= 0; length = text.length()) {
        letters += length > 1 ? 1 : 0;
        strays += length == 0 ? 1 : 0;
        for (int i = Math.max(length, 1); i > 0; i--) {
          int sign = text.take();
          if (sign == '\n' && !returned || sign == '\r') {
            line++;
          }
          returned = sign == '\r';
          boolean known = LETTERS.charAt(sign) != UNKNOWN;
          if (!known && length == 0) {
            throw new Unfit(line);
          }
          windows &= known;
        }
      }
    }
    return marked || letters > strays || !windows
        ? new TextEncoding(StandardCharsets.UTF_8, true)
        : new TextEncoding(MixedText.WINDOWS, false);
  }

  private static boolean marked(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith("\ufeff");
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

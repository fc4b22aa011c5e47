package org.breachledger.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.breachledger.intake.WideText;

/**
 * Tells how a text file writes its letters: UTF-8 where that fits the whole file, else
 * Windows-1252.
 */
final class TextEncoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BLOCK = 1 << 16;
  private static final int HEAD = 1_024;

  private TextEncoding() {}

  static Charset of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Optional<Charset> wide = WideText.charset(in.readNBytes(HEAD));
      if (wide.isPresent()) {
        return wide.get();
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      return utf8(in) ? StandardCharsets.UTF_8 : WINDOWS;
    }
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

package org.breachledger.intake.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.breachledger.intake.GridCell;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** One object a line; a line that is none is told by its number and stops nothing. */
final class JsonLines implements JsonRecords {

  private static final int BLOCK = 1 << 16;
  private static final int LONGEST = 1 << 22;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Path file;

  JsonLines(Path file) {
    this.file = file;
  }

  /** Whether the first line that holds anything is a whole object. */
  static boolean fits(Path file) throws IOException {
    boolean[] fits = {false};
    new JsonLines(file)
        .read(
            (number, values) -> {
              fits[0] = values != null;
              return false;
            });
    return fits[0];
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      int number = 0;
      for (String line = line(in); line != null; line = line(in)) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (!text.isBlank() && !visitor.visit(number, object(text))) {
          return;
        }
      }
    }
  }

  private static @Nullable Map<String, GridCell> object(String line) {
    try (JsonParser json =
        JsonObjects.FACTORY.createParser(ObjectReadContext.empty(), line.strip())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, GridCell> values = JsonObjects.read(json);
      return json.nextToken() == null ? values : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * The next line without its end; null behind the last. Of an endless line the rest is left out.
   */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int sign = in.read();
    if (sign < 0) {
      return null;
    }
    for (; sign >= 0 && sign != '\n'; sign = in.read()) {
      if (line.size() < LONGEST) {
        line.write(sign);
      }
    }
    return letters(line.toByteArray());
  }

  private static String letters(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }
}

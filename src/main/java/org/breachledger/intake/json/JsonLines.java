package org.breachledger.intake.json;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.GridCell;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** One object a line; a line that is none is told by its number and stops nothing. */
final class JsonLines implements JsonRecords {

  private static final int LONGEST = 1 << 22;

  private final Path file;
  private final TextEncoding encoding;

  JsonLines(Path file, TextEncoding encoding) {
    this.file = file;
    this.encoding = encoding;
  }

  /** Whether the first line that holds anything is a whole object. */
  boolean fits() throws IOException {
    boolean[] fits = {false};
    read(
        (number, values) -> {
          fits[0] = values != null;
          return false;
        });
    return fits[0];
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    try (Reader in = JsonRecords.text(file, encoding)) {
      int number = 0;
      for (String line = line(in); line != null; line = line(in)) {
        number++;
        if (!line.isBlank() && !visitor.visit(number, object(line))) {
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
  private static @Nullable String line(Reader in) throws IOException {
    int sign = in.read();
    if (sign < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder(256);
    for (; sign >= 0 && sign != '\n'; sign = in.read()) {
      if (line.length() < LONGEST) {
        line.append((char) sign);
      }
    }
    return line.toString();
  }
}

package org.breachledger.intake.json;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A list of objects: the file itself, or the first list of objects under a key of the object that
 * is the file. Objects are numbered by their place in the list.
 */
final class JsonList implements JsonRecords {

  private final Path file;
  private final TextEncoding encoding;

  JsonList(Path file, TextEncoding encoding) {
    this.file = file;
    this.encoding = encoding;
  }

  /** Whether the file begins with a list that begins with an object. */
  boolean fits() throws IOException {
    try (JsonParser json = open()) {
      return toFirst(json);
    } catch (JacksonException e) {
      return false;
    }
  }

  @Override
  public void read(Visitor visitor) throws RefusedFile, IOException {
    int number = 0;
    try (JsonParser json = open()) {
      if (!toFirst(json)) {
        return;
      }
      for (@Nullable JsonToken token = json.currentToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        number++;
        boolean object = token == JsonToken.START_OBJECT;
        if (!visitor.visit(number, object ? JsonObjects.read(json) : null)) {
          return;
        }
        if (!object) {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new RefusedFile(
          Refusal.BROKEN_TEXT.saying(
              number == 0
                  ? "This JSON cannot be read up to its first object; export the log again, or mend it."
                  : "This JSON cannot be read beyond its object "
                      + number
                      + ": it breaks off there, or holds more than a cell can; export the log again,"
                      + " or mend it."),
          e);
    }
  }

  /** Moves on to the beginning of the first object of the list; false where there is none. */
  private static boolean toFirst(JsonParser json) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.START_ARRAY) {
      return json.nextToken() == JsonToken.START_OBJECT;
    }
    while (token == JsonToken.START_OBJECT || token == JsonToken.PROPERTY_NAME) {
      token = json.nextToken();
      if (token == JsonToken.PROPERTY_NAME) {
        token = json.nextToken();
        if (token == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
          return true;
        }
        skip(json, token);
        token = JsonToken.PROPERTY_NAME;
      }
    }
    return false;
  }

  /** Leaves a value behind, also where the beginning of its list is behind already. */
  private static void skip(JsonParser json, @Nullable JsonToken begun) {
    if (begun == JsonToken.START_ARRAY) {
      int depth = json.currentToken() == JsonToken.END_ARRAY ? 0 : 1;
      while (depth > 0) {
        json.skipChildren();
        if (json.nextToken() == JsonToken.END_ARRAY) {
          depth--;
        }
      }
    } else {
      json.skipChildren();
    }
  }

  private JsonParser open() throws IOException {
    return JsonObjects.FACTORY.createParser(
        ObjectReadContext.empty(), JsonRecords.text(file, encoding));
  }
}

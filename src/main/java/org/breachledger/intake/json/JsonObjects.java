package org.breachledger.intake.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.intake.GridCell;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON objects as flat rows, within limits that no log reaches. */
final class JsonObjects {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(GridCell.LONGEST)
                  .maxNameLength(1000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private static final int MOST_VALUES = 2000;
  private static final int LARGEST_POWER = 400;

  private JsonObjects() {}

  /**
   * The values of the object whose beginning was just read, by key: keys of objects within it are
   * joined by points, plain values of a list by semicolons, objects of a list are numbered from 1.
   */
  static Map<String, GridCell> read(JsonParser json) {
    Map<String, GridCell> values = new LinkedHashMap<>();
    object(json, "", values);
    return values;
  }

  private static void object(JsonParser json, String prefix, Map<String, GridCell> values) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + json.currentName();
      json.nextToken();
      value(json, key, values);
    }
  }

  private static void value(JsonParser json, String key, Map<String, GridCell> values) {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, key + ".", values);
      case START_ARRAY -> array(json, key, values);
      default -> put(values, key, cell(json));
    }
  }

  private static void array(JsonParser json, String key, Map<String, GridCell> values) {
    StringBuilder plain = new StringBuilder();
    int number = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      number++;
      if (json.currentToken() == JsonToken.START_OBJECT
          || json.currentToken() == JsonToken.START_ARRAY) {
        value(json, key + "." + number, values);
      } else {
        String text = cell(json).text();
        plain.append(plain.isEmpty() || text.isEmpty() ? "" : "; ").append(text);
      }
    }
    if (!plain.isEmpty()) {
      put(values, key, GridCell.text(plain.toString()));
    }
  }

  private static GridCell cell(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> GridCell.text(json.getString());
      case VALUE_NUMBER_INT -> GridCell.number(json.getString());
      case VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE -> GridCell.text("Yes");
      case VALUE_FALSE -> GridCell.text("No");
      default -> GridCell.BLANK;
    };
  }

  /** Plain digits; a power of ten that no log holds stays as it is written. */
  private static GridCell number(JsonParser json) {
    try {
      BigDecimal number = json.getDecimalValue();
      return Math.abs((long) number.scale()) > LARGEST_POWER
          ? GridCell.text(json.getString())
          : GridCell.number(number.stripTrailingZeros().toPlainString());
    } catch (NumberFormatException e) {
      return GridCell.text(json.getString());
    }
  }

  private static void put(Map<String, GridCell> values, String key, GridCell cell) {
    if (cell.text().length() > GridCell.LONGEST) {
      throw new StreamConstraintsException("a list longer than a spreadsheet's cell");
    }
    if (values.size() < MOST_VALUES) {
      values.put(key, cell);
    }
  }
}

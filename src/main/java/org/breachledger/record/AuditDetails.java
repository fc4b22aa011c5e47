package org.breachledger.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an audit entry adds to its subject, as names and values: numbers, codes, dates, hashes.
 *
 * <p>Never personal data, a cell's content or free text: an entry cannot be taken back.
 */
public final class AuditDetails {

  private static final AuditDetails NONE = new AuditDetails(Collections.emptySortedMap());

  /** By name, each value as JSON writes it. */
  private final SortedMap<String, String> values;

  private AuditDetails(SortedMap<String, String> values) {
    this.values = values;
  }

  /** No details. */
  public static AuditDetails none() {
    return NONE;
  }

  /** These details and one text more; a name said again is replaced. */
  public AuditDetails and(String name, String value) {
    return with(name, quoted(value));
  }

  /** These details and one number more. */
  public AuditDetails and(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** These details and one yes or no more. */
  public AuditDetails and(String name, boolean value) {
    return with(name, Boolean.toString(value));
  }

  /**
   * One JSON object on one line: names in order, no spaces, so that the same is always the same.
   */
  public String json() {
    return values.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private AuditDetails with(String name, String json) {
    if (!name.matches("[a-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException("A detail's name is letters and digits: " + name);
    }
    SortedMap<String, String> all = new TreeMap<>(values);
    all.put(name, json);
    return new AuditDetails(all);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '"', '\\' -> json.append('\\').append(character);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (character < ' ') {
            json.append("\\u%04x".formatted((int) character));
          } else {
            json.append(character);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}

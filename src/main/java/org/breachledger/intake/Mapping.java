package org.breachledger.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;

/**
 * Which field each heading feeds, as somebody said it: {@code Narrative=description}. Headings are
 * compared as {@link Headings#key} folds them.
 *
 * @param fields heading to the field's code, or to {@link #IGNORE}; as they were written, in order
 */
public record Mapping(Map<String, String> fields) {

  /** Stands in the place of a field where a column feeds none and is only kept with its row. */
  public static final String IGNORE = "ignore";

  /**
   * Copies, so that a mapping never changes.
   *
   * @throws IllegalArgumentException where a code is no field's
   */
  public Mapping {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    fields.values().forEach(Mapping::check);
  }

  private static void check(String code) {
    if (!knows(code)) {
      throw new IllegalArgumentException(
          "there is no field \""
              + code
              + "\"; write "
              + IGNORE
              + " or one of "
              + Arrays.stream(Field.values()).map(Field::code).collect(Collectors.joining(", ")));
    }
  }

  /** Whether a word is a field's code or {@link #IGNORE}. */
  public static boolean knows(String code) {
    return code.equals(IGNORE) || Field.find(code).isPresent();
  }

  /** Nothing said. */
  public static Mapping none() {
    return new Mapping(Map.of());
  }

  /**
   * Reads {@code HEADING=FIELD} lines; the heading may hold equals signs itself.
   *
   * @throws IllegalArgumentException where a line is none or names no field
   */
  public static Mapping parse(List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int sign = line.lastIndexOf('=');
      if (sign < 1 || line.substring(0, sign).isBlank()) {
        throw new IllegalArgumentException(
            "\"" + line + "\" names no heading and field; write HEADING=FIELD");
      }
      fields.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
    }
    return new Mapping(fields);
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** What is said of a heading: a field's code or {@link #IGNORE}; empty where nothing is. */
  Optional<String> find(String heading) {
    String key = Headings.key(heading);
    return fields.entrySet().stream()
        .filter(entry -> Headings.key(entry.getKey()).equals(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The headings of which something is said, but which are not among these. */
  public List<String> missingFrom(Iterable<String> headings) {
    List<String> keys = new ArrayList<>();
    headings.forEach(heading -> keys.add(Headings.key(heading)));
    return fields.keySet().stream().filter(said -> !keys.contains(Headings.key(said))).toList();
  }

  /** The same said in any order is the same; empty where nothing is said. */
  public String key() {
    Map<String, String> folded = new TreeMap<>();
    fields.forEach((heading, field) -> folded.put(Headings.key(heading), field));
    return folded.isEmpty() ? "" : folded.toString();
  }
}

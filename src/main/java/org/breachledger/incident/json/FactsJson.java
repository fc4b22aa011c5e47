package org.breachledger.incident.json;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts as a JSON object: field name to canonical text. The reporter is never in it. */
public final class FactsJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FactsJson() {}

  /** Writes the known fields in the order of the record, the reporter left out. */
  public static String write(Facts facts) {
    Map<String, String> texts = new LinkedHashMap<>();
    facts
        .values()
        .forEach(
            (field, value) -> {
              if (field != Field.REPORTER) {
                texts.put(field.code(), value.written());
              }
            });
    return MAPPER.writeValueAsString(texts);
  }

  /** Reads back what {@link #write} wrote; a name that is no field any more is passed over. */
  public static Facts read(String json) {
    Map<String, String> texts = MAPPER.readValue(json, new TypeReference<>() {});
    Map<Field, Value> values = new EnumMap<>(Field.class);
    texts.forEach(
        (name, text) ->
            Field.find(name).ifPresent(field -> values.put(field, field.kind().parse(text))));
    return new Facts(values);
  }
}

package org.breachledger.incident.json;

import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Facts as a JSON object: field name to canonical text. The reporter is never in it. */
public final class FactsJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FactsJson() {}

  /** Writes the known fields in the order of the record, the reporter left out. */
  public static String write(Facts facts) {
    StringWriter json = new StringWriter(512);
    try (JsonGenerator out = MAPPER.createGenerator(json)) {
      out.writeStartObject();
      facts
          .values()
          .forEach(
              (field, value) -> {
                if (field != Field.REPORTER) {
                  out.writeStringProperty(field.code(), value.written());
                }
              });
      out.writeEndObject();
    }
    return json.toString();
  }

  /** Reads back what {@link #write} wrote; a name that is no field any more is passed over. */
  public static Facts read(String json) {
    Map<Field, Value> values = new EnumMap<>(Field.class);
    try (JsonParser in = MAPPER.createParser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        String text = in.getString();
        Field.find(name).ifPresent(field -> values.put(field, field.kind().parse(text)));
      }
    }
    return new Facts(values);
  }
}

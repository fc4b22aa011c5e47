package org.breachledger.reporting.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.exchange.WholeFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A table as a JSON array of objects in UTF-8; an unknown value is null. */
final class JsonTable implements TableFile {

  private final List<String> columns;
  private final WholeFile file;
  private final JsonGenerator json;

  JsonTable(Path file, List<String> columns) throws IOException {
    this.columns = List.copyOf(columns);
    this.file = WholeFile.begin(file);
    this.json =
        JsonMapper.builder()
            .build()
            .createGenerator(Files.newBufferedWriter(this.file.path(), StandardCharsets.UTF_8));
    json.writeStartArray();
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeName(columns.get(i));
      write(cells.get(i));
    }
    json.writeEndObject();
  }

  private void write(@Nullable Object cell) {
    if (cell == null || cell.equals("")) {
      json.writeNull();
    } else if (cell instanceof Outside outside) {
      json.writeString(outside.text());
    } else if (cell instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (cell instanceof Number number) {
      json.writeNumber(new java.math.BigDecimal(number.toString()));
    } else {
      json.writeString(cell.toString());
    }
  }

  @Override
  public void done() throws IOException {
    json.writeEndArray();
    json.close();
    file.done();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      json.close();
    }
  }
}

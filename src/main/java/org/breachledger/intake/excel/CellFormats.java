package org.breachledger.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook's cell styles; none where it has no styles. */
final class CellFormats {

  private final Map<Integer, String> written = new HashMap<>();
  private final List<Integer> byStyle = new ArrayList<>();
  private final DateFormats dates = new DateFormats();

  static CellFormats read(ZipFile zip, @Nullable String part) throws RefusedFile, IOException {
    CellFormats formats = new CellFormats();
    PartReader found = part == null ? null : PartReader.find(zip, part);
    if (found != null) {
      try (PartReader reader = found) {
        formats.read(reader);
      }
    }
    return formats;
  }

  private void read(PartReader reader) throws RefusedFile {
    boolean cells = false;
    for (PartReader.Event event = reader.next();
        event != PartReader.Event.END_OF_PART;
        event = reader.next()) {
      if (event == PartReader.Event.TEXT) {
        continue;
      }
      boolean start = event == PartReader.Event.START;
      switch (reader.name()) {
        case "cellXfs" -> cells = start;
        case "numFmt" -> {
          if (start) {
            written.put(number(reader.attribute("numFmtId")), reader.attribute("formatCode"));
          }
        }
        case "xf" -> {
          if (start && cells) {
            byStyle.add(number(reader.attribute("numFmtId")));
          }
        }
        default -> {}
      }
    }
  }

  static int number(String digits) {
    try {
      return digits.isEmpty() ? 0 : Integer.parseInt(digits.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The date format of a style; null where it shows no date. */
  @Nullable String dateFormat(String style) {
    int index = number(style);
    int id = index >= 0 && index < byStyle.size() ? byStyle.get(index) : 0;
    String format = DateFormats.format(id, written.get(id));
    return dates.isDate(id, format) ? format : null;
  }
}

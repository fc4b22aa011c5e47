package org.breachledger.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.breachledger.intake.RefusedFile;

/** The texts that several cells of a workbook share; readings of East Asian words left out. */
final class SharedStrings {

  private SharedStrings() {}

  /** The texts in order; none where the workbook has no such part. */
  static List<String> read(ZipFile zip, String part) throws RefusedFile, IOException {
    List<String> strings = new ArrayList<>();
    PartReader found = part.isEmpty() ? null : PartReader.find(zip, part);
    if (found != null) {
      try (PartReader reader = found) {
        for (String name = reader.nextStart(); name != null; name = reader.nextStart()) {
          if (name.equals("si")) {
            strings.add(richText(reader, "si"));
          }
        }
      }
    }
    return strings;
  }

  /** The text inside the element that has just begun, up to its end. */
  static String richText(PartReader reader, String element) throws RefusedFile {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    boolean inText = false;
    for (PartReader.Event event = reader.next();
        event != PartReader.Event.END_OF_PART;
        event = reader.next()) {
      if (event == PartReader.Event.TEXT) {
        text.append(inText && phonetic == 0 ? reader.text() : "");
        continue;
      }
      boolean start = event == PartReader.Event.START;
      switch (reader.name()) {
        case "rPh" -> phonetic += start ? 1 : -1;
        case "t" -> inText = start;
        default -> {
          if (!start && reader.name().equals(element)) {
            return text.toString();
          }
        }
      }
    }
    return text.toString();
  }
}

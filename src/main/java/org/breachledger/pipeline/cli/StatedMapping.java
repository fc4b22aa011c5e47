package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.Mapping;
import org.breachledger.intake.Opened;
import org.breachledger.intake.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of the headings with {@code --map}, checked before anything is stored.
 *
 * @param mapping what is said
 */
record StatedMapping(Mapping mapping) {

  /**
   * Reads the options.
   *
   * @throws WrongUsage where one names no heading, or a field that does not exist
   */
  static StatedMapping parse(List<String> maps) {
    try {
      return new StatedMapping(Mapping.parse(maps));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage("--map: " + e.getMessage());
    }
  }

  /**
   * Refuses a heading that no log among the files has; where none holds a log, that will be said.
   *
   * @throws WrongUsage naming the headings there are
   */
  void refuseUnknown(LogReader reader, List<Path> files, @Nullable String profile)
      throws IOException {
    if (mapping.isEmpty()) {
      return;
    }
    Set<String> headings = new LinkedHashSet<>();
    for (Path file : files) {
      headings.addAll(headings(reader, file, profile));
    }
    List<String> missing = mapping.missingFrom(headings);
    if (!headings.isEmpty() && !missing.isEmpty()) {
      throw new WrongUsage(
          "--map: there is no heading \""
              + String.join("\", \"", missing)
              + "\"; the headings are "
              + String.join(", ", headings));
    }
  }

  private List<String> headings(LogReader reader, Path file, @Nullable String profile)
      throws IOException {
    ReadingOptions said = ReadingOptions.none().withStated(mapping);
    Opened opened = reader.open(file, profile == null ? said : said.withProfile(profile));
    List<String> headings = new ArrayList<>();
    if (opened instanceof LogFile log) {
      try (log) {
        log.summary().sheets().stream().map(LogSheet::headings).forEach(headings::addAll);
      }
    } else if (opened instanceof java.io.Closeable other) {
      other.close();
    }
    return headings;
  }
}

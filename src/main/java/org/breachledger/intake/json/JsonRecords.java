package org.breachledger.intake.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.RefusedFile;

/** The objects of a JSON file, one after another. */
interface JsonRecords {

  /** Takes objects until it has seen enough. */
  interface Visitor {
    /**
     * Takes one object.
     *
     * @param number its line, or its place in its list, from 1
     * @param values by key, keys of objects within it joined by points; null where the line is no
     *     readable object
     */
    boolean visit(int number, @org.jspecify.annotations.Nullable Map<String, GridCell> values);
  }

  /** Gives every object from the first on. */
  void read(Visitor visitor) throws RefusedFile, IOException;

  /** The objects in a file; empty where it is no JSON of objects. */
  static Optional<JsonRecords> of(Path file) throws IOException {
    if (JsonLines.fits(file)) {
      return Optional.of(new JsonLines(file));
    }
    return JsonList.fits(file) ? Optional.of(new JsonList(file)) : Optional.empty();
  }
}

package org.breachledger.intake.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.LogEncoding;
import org.breachledger.intake.RefusedFile;

/** The objects of a JSON file, one after another. */
interface JsonRecords {

  int BLOCK = 1 << 16;
  char MARK = '\ufeff';

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
  static Optional<JsonRecords> of(Path file) throws RefusedFile, IOException {
    TextEncoding looked = TextEncoding.toLookAt(file);
    if (new JsonLines(file, looked).fits()) {
      return Optional.of(new JsonLines(file, LogEncoding.of(file)));
    }
    return new JsonList(file, looked).fits()
        ? Optional.of(new JsonList(file, LogEncoding.of(file)))
        : Optional.empty();
  }

  /** The text of a file, without the mark of its encoding before it. */
  static Reader text(Path file, TextEncoding encoding) throws IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(encoding.open(file), encoding.charset()), BLOCK);
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }
}

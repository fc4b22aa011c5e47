package org.breachledger.hostile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file made to harm whoever reads it.
 *
 * @param kind the kind of harm, as the table of verdicts names it
 * @param name its file name, by which the table knows it
 * @param maker writes it
 */
record HostileFile(String kind, String name, Maker maker) {

  /** Writes one file. */
  @FunctionalInterface
  interface Maker {
    void write(Path file) throws IOException;
  }
}

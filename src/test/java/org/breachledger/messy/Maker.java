package org.breachledger.messy;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one messy file into an empty folder. */
@FunctionalInterface
interface Maker {

  /** The file written. */
  Path in(Path folder) throws IOException;
}

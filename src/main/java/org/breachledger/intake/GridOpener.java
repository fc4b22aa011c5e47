package org.breachledger.intake;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files of some kinds. */
public interface GridOpener {

  /** Whether files of this kind are opened here. */
  boolean opens(FileKind kind);

  /**
   * Opens a file after checking that it is safe to read.
   *
   * @throws RefusedFile where it is not, or is no such file after all
   */
  Grid open(Path file) throws RefusedFile, IOException;
}

package org.breachledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much threads and processes leave to others, as Linux itself says: 0 as usual, 19 most. */
public final class Niceness {

  /** Counted after the name in brackets, which may hold blanks. */
  private static final int PLACE = 16;

  private Niceness() {}

  /** That of the thread that asks. */
  public static int ofThisThread() {
    return in(Path.of("/proc/thread-self"));
  }

  /** That of a process of this machine. */
  public static int of(long process) {
    return in(Path.of("/proc", Long.toString(process)));
  }

  private static int in(Path folder) {
    try {
      String said = Files.readString(folder.resolve("stat"));
      return Integer.parseInt(said.substring(said.lastIndexOf(')') + 2).split(" ")[PLACE]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

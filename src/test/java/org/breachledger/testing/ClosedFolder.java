package org.breachledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that nobody can open, not even root, whom permissions do not hold: its path is too long
 * for the system.
 */
public final class ClosedFolder implements AutoCloseable {

  private static final int DEPTH = 12;
  private static final int LETTERS = 200;

  private final Path inner;
  private final Path outer;
  private final Path joined;

  private ClosedFolder(Path inner, Path outer) throws IOException {
    this.inner = inner;
    this.outer = outer;
    this.joined = deepest(outer).resolve("inner");
    deepest(inner);
    Files.move(inner, joined);
  }

  /** One somewhere below {@code named}, which is made. */
  public static ClosedFolder below(Path named) throws IOException {
    return new ClosedFolder(named.resolveSibling("inner of " + named.getFileName()), named);
  }

  private static Path deepest(Path first) throws IOException {
    Path deep = first;
    for (int i = 0; i < DEPTH; i++) {
      deep = deep.resolve("d".repeat(LETTERS));
    }
    return Files.createDirectories(deep);
  }

  /** The folder as named, in which it is. */
  public Path outer() {
    return outer;
  }

  /** Takes it apart again: else nobody could delete it. */
  @Override
  public void close() throws IOException {
    Files.move(joined, inner);
  }
}

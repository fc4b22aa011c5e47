package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server a data directory says is running in it, by its {@code postmaster.pid}.
 *
 * @param pid process id as written there; after a crash it may be nobody's, or a stranger's
 * @param port port on 127.0.0.1
 */
record Postmaster(long pid, int port) {

  private static final int LINE_OF_PORT = 3;

  /** What the data directory says; empty without the file or before the server has written all. */
  static Optional<Postmaster> find(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.size() <= LINE_OF_PORT) {
        return Optional.empty();
      }
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a PostgreSQL process has this id and, as far as the machine lets us look, works in
   * {@code data}: a number left over from a crash may by now belong to any other program.
   */
  boolean runsIn(Path data) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      if (!Files.readString(process.resolve("comm")).strip().equals("postgres")) {
        return false;
      }
      return Files.isSameFile(process.resolve("cwd"), data);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return Files.isDirectory(process);
    }
  }
}

package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The server's data in the home: laid out once, configured at every start, never deleted. */
final class DataDirectory {

  private static final String SETTINGS = "breachledger.conf";

  private final Path path;
  private final Path log;

  DataDirectory(Path folder) {
    path = folder.resolve("data");
    log = folder.resolve("log");
  }

  /** Where the data lies. */
  Path path() {
    return path;
  }

  /** Where the server's log lies. */
  Path log() {
    return log;
  }

  /**
   * Creates the data where there is none yet. A stopped attempt leaves nothing that would be taken
   * for data.
   *
   * @throws DatabaseUnavailable where the data is another major version's, or initdb fails
   */
  void create(Initdb initdb, Administrator administrator) {
    try {
      if (Files.exists(path)) {
        refuseOtherMajor(initdb.programs().major());
        return;
      }
      Path fresh = path.resolveSibling("data.new");
      initdb.layOut(fresh, administrator);
      Files.writeString(
          fresh.resolve("postgresql.conf"),
          "\ninclude '" + SETTINGS + "'\n",
          StandardOpenOption.APPEND);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the settings for the next start on a port; who may connect is written anew too. */
  void configure(ServerAccount account, int port) {
    try (InputStream settings =
        Objects.requireNonNull(DataDirectory.class.getResourceAsStream("postgresql.conf"))) {
      Files.createDirectories(log);
      Files.deleteIfExists(log.resolve("start.log"));
      Files.writeString(
          path.resolve(SETTINGS),
          new String(settings.readAllBytes(), StandardCharsets.UTF_8)
              + "log_directory = '"
              + log.toString().replace("'", "''")
              + "'\nport = "
              + port
              + "\n");
      Files.writeString(path.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      account.handOver(log);
      account.handOver(path.resolve(SETTINGS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server said before it failed to start. */
  String complaint() {
    Path said = log.resolve("start.log");
    try {
      List<String> lines = Files.exists(said) ? Files.readAllLines(said) : List.of();
      return lines.stream()
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .map(line -> line.replaceFirst("^.*(FATAL|PANIC): *", ""))
          .reduce("", (first, second) -> second);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseOtherMajor(int ours) throws IOException {
    String major = Files.readString(path.resolve("PG_VERSION")).strip();
    if (!major.equals(Integer.toString(ours))) {
      throw new DatabaseUnavailable(
          "The database in "
              + path
              + " was written by PostgreSQL "
              + major
              + "; this release brings PostgreSQL "
              + ours
              + ". Make a backup with the release that wrote it and restore it into an empty"
              + " home with this one.");
    }
  }
}

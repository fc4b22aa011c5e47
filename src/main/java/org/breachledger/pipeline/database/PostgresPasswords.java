package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.breachledger.access.OwnerOnly;

/**
 * The generated passwords of the server in the home, kept in one file that only its user can read.
 */
final class PostgresPasswords {

  /** The server's own administrator, used for nothing but setting up. */
  static final String ADMINISTRATOR = "postgres";

  static final String OWNER = "breachledger_owner";
  static final String APPLICATION = DatabaseAddress.APPLICATION_ROLE;
  static final String BACKUP = "breachledger_backup";

  private static final int BYTES = 24;

  private final Properties kept;

  private PostgresPasswords(Properties kept) {
    this.kept = kept;
  }

  /**
   * The passwords of {@code file}; made up where neither the file nor the data are there yet.
   *
   * @throws DatabaseUnavailable where there is data but no passwords to open it
   */
  static PostgresPasswords in(Path file, Path data) {
    try {
      if (!Files.exists(file)) {
        if (Files.exists(data)) {
          throw new DatabaseUnavailable(
              "The passwords of the database are gone: "
                  + file
                  + " is missing. Put the file back, or restore a backup into an empty home.");
        }
        write(file);
      }
      Properties kept = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
      return new PostgresPasswords(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password of a login. */
  String of(String login) {
    String password = kept.getProperty(login);
    if (password == null) {
      throw new DatabaseUnavailable(
          "The file of the database's passwords names none for "
              + login
              + ". Put the whole file back, or restore a backup into an empty home.");
    }
    return password;
  }

  private static void write(Path file) throws IOException {
    SecureRandom random = new SecureRandom();
    StringWriter text = new StringWriter();
    text.write("# Passwords of the database in this home. Without them its data cannot be read.\n");
    for (String login : List.of(ADMINISTRATOR, OWNER, APPLICATION, BACKUP)) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      text.write(login + "=" + Base64.getUrlEncoder().encodeToString(bytes) + "\n");
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    writePrivately(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes a file that nobody but its owner can ever read, also not while it is being written. */
  static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (OwnerOnly.rights(Objects.requireNonNull(file.toAbsolutePath().getParent())).length == 0) {
      throw new IOException("the disk of " + file + " knows no owners of files");
    }
    OwnerOnly.create(file);
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }
}

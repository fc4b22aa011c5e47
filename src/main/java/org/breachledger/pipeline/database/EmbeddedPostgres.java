package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database in the home: a real PostgreSQL server, kept below {@code <home>/postgres}, that
 * answers this machine only and only by password.
 *
 * <p>Its data is durable: commits are on the disk, and a crash of this program or of the server
 * costs nothing that was committed. Several programs on one home share one server.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private final Path folder;
  private final PostgresServer server;
  private final DatabaseAddress address;
  private final PostgresPasswords passwords;
  private boolean closed;

  private EmbeddedPostgres(
      Path folder, PostgresServer server, DatabaseAddress address, PostgresPasswords passwords) {
    this.folder = folder;
    this.server = server;
    this.address = address;
    this.passwords = passwords;
  }

  /**
   * Starts or joins the server of a home; lays it out where the home has none. Waits while another
   * program starts or stops it.
   *
   * @param home the home's folder, created where missing
   * @throws DatabaseUnavailable with what is wrong, where, and what to do
   */
  public static EmbeddedPostgres start(Path home) {
    Path folder = folderIn(home);
    try {
      return HomeLocks.alone(folder, () -> startAlone(folder));
    } catch (UncheckedIOException e) {
      throw new DatabaseUnavailable(
          "The database's files in "
              + folder
              + " cannot be read or written ("
              + e.getCause()
              + "). Check the disk's space and who owns the folder.",
          e);
    }
  }

  /** Where the database is, and the generated logins. */
  public DatabaseAddress address() {
    return address;
  }

  /** Whether there is a database in a home yet. */
  public static boolean isIn(Path home) {
    return Files.isDirectory(dataIn(home));
  }

  /** Where the data of a home's own server lie, if it has one. */
  static Path dataIn(Path home) {
    return home.resolve("postgres").resolve("data");
  }

  /** A connection that reads the record of every trust and writes nothing: the backup's. */
  public Connection reader() throws SQLException {
    return DatabaseDoor.open(
        address, PostgresPasswords.BACKUP, passwords.of(PostgresPasswords.BACKUP));
  }

  /** A connection above every policy and trigger: only to fill a database that was empty. */
  public Connection loader() throws SQLException {
    return DatabaseDoor.open(
        address, PostgresPasswords.ADMINISTRATOR, passwords.of(PostgresPasswords.ADMINISTRATOR));
  }

  /** Leaves the server; the last program to leave stops it. Closing twice is harmless. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      HomeLocks.alone(
          folder,
          () -> {
            HomeLocks.leave(folder, server::stop);
            return folder;
          });
    }
  }

  private static EmbeddedPostgres startAlone(Path folder) {
    PostgresPrograms programs = PostgresPrograms.unpackInto(folder);
    DataDirectory data = new DataDirectory(folder);
    PostgresPasswords passwords = PostgresPasswords.in(folder.resolve("passwords"), data.path());
    ServerAccount account = ServerAccount.forData(data.path(), programs.program("postgres"));
    Administrator administrator = new Administrator(passwords.of(PostgresPasswords.ADMINISTRATOR));
    data.create(new Initdb(programs, account), administrator);
    PostgresServer server = new PostgresServer(programs, account, data, administrator);
    HomeLocks.enter(folder);
    try {
      int port = server.run();
      new PostgresLogins(administrator, passwords).create(port);
      return new EmbeddedPostgres(folder, server, address(port, passwords), passwords);
    } catch (RuntimeException e) {
      HomeLocks.leave(folder, () -> {}); // a server that is recovering is left to it
      throw e;
    }
  }

  private static DatabaseAddress address(int port, PostgresPasswords passwords) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresLogins.DATABASE,
        PostgresPasswords.OWNER,
        passwords.of(PostgresPasswords.OWNER),
        PostgresPasswords.APPLICATION,
        passwords.of(PostgresPasswords.APPLICATION),
        null);
  }

  private static Path folderIn(Path home) {
    Path folder = home.toAbsolutePath().normalize().resolve("postgres");
    try {
      Files.createDirectories(folder);
      folder = folder.toRealPath();
    } catch (IOException e) {
      throw unwritable(home, e);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(home, null);
    }
    return folder;
  }

  private static DatabaseUnavailable unwritable(Path home, @Nullable IOException cause) {
    return new DatabaseUnavailable(
        "The home "
            + home.toAbsolutePath()
            + " cannot be written by this user. Choose another folder with --home, or let its"
            + " owner start Breachledger.",
        cause);
  }
}

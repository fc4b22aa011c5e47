package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name the database server runs: PostgreSQL refuses root, so root starts it in a user
 * namespace of its own or as a user without rights.
 *
 * @param prefix the words put before each of the server's commands; none for an ordinary user
 * @param owner the user its files are handed to; null where they stay ours
 */
record ServerAccount(List<String> prefix, @Nullable String owner) {

  private static final List<String> UNPRIVILEGED = List.of("breachledger", "postgres", "nobody");

  private static final int ROOT = 0;

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /**
   * The account for a data directory: who owns it keeps it.
   *
   * @param data the data directory, which need not exist yet
   * @param program the server's program, which the account must be able to reach and run
   * @throws DatabaseUnavailable where root has no way to run the server as someone else
   */
  static ServerAccount forData(Path data, String program) {
    if (userOf(Path.of("/proc/self")) != ROOT) {
      return new ServerAccount(List.of(), null);
    }
    if (Files.isDirectory(data) && userOf(data) != ROOT) {
      return as(List.of(Integer.toString(userOf(data))), program);
    }
    ServerAccount namespace = new ServerAccount(List.of("unshare", "-U"), null);
    return namespace.runs(program) ? namespace : as(UNPRIVILEGED, program);
  }

  /** A command of the server, to be run under this account. */
  List<String> command(String... words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(words));
    return all;
  }

  /** Lets the account own a folder and all in it, where the account is not ours. */
  void handOver(Path folder) {
    if (owner == null) {
      return;
    }
    try {
      UserPrincipal to =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
      Files.walkFileTree(folder, new NewOwner(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean runs(String program) {
    Command.Ended id = Command.run(command("id", "-u"));
    return id.done()
        && !"0".equals(id.output())
        && Command.run(command(program, "--version")).done();
  }

  private static ServerAccount as(List<String> users, String program) {
    for (String user : users) {
      for (ServerAccount account :
          List.of(
              new ServerAccount(
                  List.of("setpriv", "--reuid", user, "--regid", groupOf(user), "--clear-groups"),
                  user),
              new ServerAccount(List.of("runuser", "-u", user, "--"), user))) {
        if (account.runs(program)) {
          return account;
        }
      }
    }
    throw new DatabaseUnavailable(
        "PostgreSQL does not run as root, and on this machine root can neither open a user"
            + " namespace (unshare -U) nor run "
            + program
            + " as "
            + String.join(", ", users)
            + " (setpriv, runuser). Start Breachledger as an ordinary user who owns the home,"
            + " choose a --home that such a user can reach, or name a PostgreSQL server by"
            + " SPRING_DATASOURCE_URL.");
  }

  private static int userOf(Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String groupOf(String user) {
    Command.Ended group = Command.run(List.of("id", "-g", user));
    return group.done() ? group.output() : "65534";
  }

  private static final class NewOwner extends SimpleFileVisitor<Path> {
    private final UserPrincipal owner;

    NewOwner(UserPrincipal owner) {
      this.owner = owner;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.setOwner(folder, owner);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) {
        Files.setOwner(file, owner);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}

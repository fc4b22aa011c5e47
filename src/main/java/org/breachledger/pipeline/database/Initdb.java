package org.breachledger.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Lays out a new data directory: UTF-8 in code-point order, the same on every machine; checksums on
 * every page; no way in but by password.
 */
record Initdb(PostgresPrograms programs, ServerAccount account) {

  /**
   * Lays out {@code fresh}; what a stopped attempt left there goes.
   *
   * @throws DatabaseUnavailable with what initdb said
   */
  void layOut(Path fresh, Administrator administrator) throws IOException {
    Path passwordFile = fresh.resolveSibling("password.new");
    FileSystemUtils.deleteRecursively(fresh);
    Files.createDirectories(fresh);
    PostgresPasswords.writePrivately(passwordFile, administrator.password() + "\n");
    account.handOver(fresh);
    account.handOver(passwordFile);
    try {
      run(fresh, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private void run(Path fresh, Path passwordFile) {
    Command.Ended ended =
        Command.run(
            account.command(
                programs.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + PostgresPasswords.ADMINISTRATOR,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    if (!ended.done()) {
      throw new DatabaseUnavailable(
          "The database cannot be set up in "
              + fresh.getParent()
              + ": "
              + lastLine(ended.output())
              + ". Check that the disk has space and that "
              + (account.owner() == null ? "this user" : "the user " + account.owner())
              + " may reach and write the folder, or choose another --home.");
    }
  }

  private static String lastLine(String output) {
    return output.substring(output.lastIndexOf('\n') + 1).replaceFirst("^initdb: error: ", "");
  }
}

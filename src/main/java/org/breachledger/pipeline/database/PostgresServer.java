package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process over a data directory: joined where it runs, started where it does not. */
final class PostgresServer {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  private static final int TRIES = 300;
  private static final int MILLISECONDS_BETWEEN = 200;
  private static final String SECONDS_TO_START = "120";
  private static final String SECONDS_TO_STOP = "60";

  private final PostgresPrograms programs;
  private final ServerAccount account;
  private final DataDirectory data;
  private final Administrator administrator;

  PostgresServer(
      PostgresPrograms programs,
      ServerAccount account,
      DataDirectory data,
      Administrator administrator) {
    this.programs = programs;
    this.account = account;
    this.data = data;
    this.administrator = administrator;
  }

  /**
   * The port of the running server. After a crash of this program the server may still run: then it
   * is joined. After a crash of the server its id file is left behind: then it is started again and
   * recovers by itself.
   *
   * @throws DatabaseUnavailable where it runs but does not answer for a minute, or cannot start
   */
  int run() {
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<Postmaster> running = Postmaster.find(data.path());
      if (running.isEmpty() || !running.get().runsIn(data.path())) {
        return start();
      }
      if (administrator.knows(running.get().port(), data.path())) {
        return running.get().port();
      }
      Pause.of(MILLISECONDS_BETWEEN);
    }
    throw silent();
  }

  /** Ends the server after what is running has been rolled back. */
  void stop() {
    Command.Ended ended =
        Command.run(
            account.command(
                programs.program("pg_ctl"),
                "stop",
                "--wait",
                "--mode=fast",
                "--timeout=" + SECONDS_TO_STOP,
                "--pgdata=" + data.path()));
    if (!ended.done() && Postmaster.find(data.path()).isPresent()) {
      LOG.warn("The database in {} did not stop within a minute; it is left running", data.path());
    }
  }

  private int start() {
    for (int tried = 0; tried < TRIES; tried++) {
      forgetTheDead();
      int port = freePort();
      data.configure(account, port);
      Command.Ended ended = startOnce();
      if (ended.done()) {
        return port;
      }
      // The port was taken meanwhile, or a killed server's last processes are still ending.
      if (!data.complaint().contains("in use") && !data.complaint().contains("TCP/IP sockets")) {
        break;
      }
      Pause.of(MILLISECONDS_BETWEEN);
    }
    throw Postmaster.find(data.path()).filter(left -> left.runsIn(data.path())).isPresent()
        ? silent()
        : stopped();
  }

  private DatabaseUnavailable silent() {
    return new DatabaseUnavailable(
        "The database server in "
            + data.path()
            + " runs (process "
            + Postmaster.find(data.path()).map(Postmaster::pid).orElse(0L)
            + ") but does not answer yet. After a crash it may need minutes to recover: try again"
            + " later. If its log in "
            + data.log()
            + " says nothing of the kind, end that process and try again.");
  }

  private DatabaseUnavailable stopped() {
    return new DatabaseUnavailable(
        "The database in "
            + data.path()
            + " does not start: "
            + (data.complaint().isEmpty() ? "see its log" : data.complaint())
            + ". Its log is in "
            + data.log()
            + "; check the disk's space and the folder's owner. Your data has not been touched.");
  }

  private Command.Ended startOnce() {
    return Command.run(
        account.command(
            programs.program("pg_ctl"),
            "start",
            "--wait",
            "--timeout=" + SECONDS_TO_START,
            "--pgdata=" + data.path(),
            "--log=" + data.log().resolve("start.log")));
  }

  /** An id left by a crash may by now be another program's, which the server would wait for. */
  private void forgetTheDead() {
    try {
      Optional<Postmaster> left = Postmaster.find(data.path());
      if (left.isEmpty() || !left.get().runsIn(data.path())) {
        Files.deleteIfExists(data.path().resolve("postmaster.pid"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

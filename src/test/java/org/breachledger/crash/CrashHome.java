package org.breachledger.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.home.Home;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.store.JdbcAuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A home to be crashed in: a copy of a prepared one, with its database running so that programs
 * join it, and one session of the administrator.
 */
final class CrashHome implements AutoCloseable {

  private final Home home;
  private EmbeddedPostgres server;
  private SingleConnectionDataSource session;

  private CrashHome(Home home) throws SQLException {
    this.home = home;
    this.server = EmbeddedPostgres.start(home.folder());
    this.session = new SingleConnectionDataSource(server.loader(), true);
  }

  /** A copy of a home nobody has open. */
  static CrashHome copyOf(Path prepared, Path folder) throws Exception {
    Process copying =
        new ProcessBuilder("cp", "-a", prepared.toString(), folder.toString()).inheritIO().start();
    if (copying.waitFor() != 0) {
      throw new IllegalStateException("the home could not be copied into " + folder);
    }
    return at(new Home(folder));
  }

  /** A home as it is. */
  static CrashHome at(Home home) throws SQLException {
    return new CrashHome(home);
  }

  Home home() {
    return home;
  }

  /** The administrator's one session. */
  JdbcClient administrator() {
    return JdbcClient.create(session);
  }

  /** Whether the audit trail has neither gap nor change. */
  AuditCheck trail() {
    administrator()
        .sql("select set_config('app.trust', (select min(trust_id) from trust)::text, false)")
        .query(String.class)
        .single();
    return new JdbcAuditTrail(
            administrator(), new JdbcTransactionManager(session), Clock.systemUTC())
        .verify();
  }

  /** Ends the server as a power cut would: no farewell, no checkpoint. */
  void killDatabase() throws Exception {
    ProcessHandle postmaster = postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().get();
  }

  /** Lets the server and all its sessions stand still, as on a machine that hangs. */
  void holdDatabase(long millis) throws Exception {
    List<ProcessHandle> all = new ArrayList<>(postmaster().descendants().toList());
    all.add(0, postmaster());
    signal("-STOP", all);
    try {
      Thread.sleep(millis);
    } finally {
      Collections.reverse(all);
      signal("-CONT", all);
    }
  }

  /** Joins the server the next program started, or starts it where none did. */
  void join() throws SQLException {
    EmbeddedPostgres before = server;
    session.destroy();
    server = EmbeddedPostgres.start(home.folder());
    session = new SingleConnectionDataSource(server.loader(), true);
    before.close();
  }

  private ProcessHandle postmaster() throws IOException {
    Path file = home.folder().resolve("postgres").resolve("data").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
  }

  private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
    List<String> words = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> words.add(Long.toString(process.pid())));
    new ProcessBuilder(words).start().waitFor();
  }

  /** The files in a folder below the home, by their path in it; none where it is not there. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public void close() {
    session.destroy();
    server.close();
  }
}

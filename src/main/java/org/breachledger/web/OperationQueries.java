package org.breachledger.web;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the installation does, in plain words. Names no person and no address of a person. */
final class OperationQueries {

  /** Below either of these a nightly run or a backup may find no room. */
  private static final long LITTLE_BYTES = 2L << 30;

  private static final int LITTLE_PERCENT = 5;

  private static final String NIGHTLY =
      """
      select finished_at as at, finished_at < now() - interval '26 hours' as old
        from job_manifest where job = 'nightly' and status = 'done' and finished_at is not null
       order by finished_at desc limit 1
      """;

  private static final String MESSAGES =
      """
      select count(*) filter (where state = 'waiting') as waiting,
          count(*) filter (where state = 'dead') as dead
        from outbox_message where
      """
          + OutboxList.SENDABLE;

  private static final String REASONS =
      """
      select distinct last_error from outbox_message
       where %s and last_error <> '' order by 1 limit 5
      """
          .formatted(OutboxList.SENDABLE);

  private static final String BACKUP =
      """
      select at, at < now() - interval '8 days' as old from audit_entry
       where action = 'finish-backup' order by seq desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final Path home;
  private final Map<String, String> settings;

  /**
   * Asks about an installation.
   *
   * @param settings the environment, which may name an outside database
   */
  OperationQueries(JdbcClient jdbc, Reading reading, Path home, Map<String, String> settings) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.home = home;
    this.settings = Map.copyOf(settings);
  }

  /**
   * One thing that was looked at.
   *
   * @param words how it does
   * @param toDo what to do about it; empty where it does well
   */
  record Finding(String what, String words, String toDo) {

    /** Whether nothing needs doing. */
    public boolean well() {
      return toDo.isEmpty();
    }
  }

  private record At(Timestamp at, boolean old) {}

  /** Everything that is looked at, in a fixed order. */
  List<Finding> list() {
    return reading.read(
        () -> {
          List<Finding> findings = new ArrayList<>();
          findings.add(database());
          findings.add(disk());
          findings.add(nightly());
          findings.add(messages());
          findings.add(backup());
          return findings;
        });
  }

  /** Why messages did not leave at their last attempt, each reason once. */
  List<String> reasons() {
    return reading.read(() -> jdbc.sql(REASONS).query(String.class).list());
  }

  private Finding database() {
    String version =
        jdbc.sql("select current_setting('server_version')").query(String.class).single();
    long bytes = jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
    String whose =
        DatabaseAddress.find(settings).isPresent()
            ? "on the server the installation was given"
            : "the program's own, in its home";
    return new Finding(
        "Database",
        "Answers: PostgreSQL " + version + ", " + whose + ", " + Shown.bytes(bytes),
        "");
  }

  private Finding disk() {
    try {
      FileStore store = Files.getFileStore(home);
      long free = store.getUsableSpace();
      long percent = store.getTotalSpace() == 0 ? 0 : free * 100 / store.getTotalSpace();
      String words = String.format(Locale.UK, "%.1f GB free, %d%%", free / 1073741824.0, percent);
      boolean little = free < LITTLE_BYTES || percent < LITTLE_PERCENT;
      return new Finding(
          "Disk of the home", words, little ? "Make room before the next nightly run." : "");
    } catch (IOException e) {
      return new Finding(
          "Disk of the home", "It could not be looked at", "Check that the home can be read.");
    }
  }

  private Finding nightly() {
    return newest(NIGHTLY)
        .map(
            last ->
                new Finding(
                    "Last nightly run that ended well",
                    Shown.moment(last.at()),
                    last.old() ? "That is over a day ago: look at the jobs." : ""))
        .orElseGet(
            () ->
                new Finding(
                    "Last nightly run that ended well",
                    "None yet",
                    "Run it on the jobs page, or wait for its time."));
  }

  private Finding messages() {
    record Counts(int waiting, int dead) {}
    Counts counts = jdbc.sql(MESSAGES).query(Counts.class).single();
    return new Finding(
        "Messages",
        counts.waiting() + " waiting, " + counts.dead() + " given up",
        counts.dead() == 0
            ? ""
            : "Send a test mail below; when it arrives, send the messages again.");
  }

  private Finding backup() {
    return newest(BACKUP)
        .map(
            last ->
                new Finding(
                    "Last backup",
                    Shown.moment(last.at()),
                    last.old() ? "That is over a week ago: make one below." : ""))
        .orElseGet(() -> new Finding("Last backup", "None is on record", "Make one below."));
  }

  private Optional<At> newest(String sql) {
    return jdbc.sql(sql).query(At.class).optional();
  }
}

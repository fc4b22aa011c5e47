package org.breachledger.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.bench.BigLog;
import org.breachledger.calendar.London;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A home with many incidents, what people recorded of them, a comparison, papers and accounts. */
final class BigRecord implements AutoCloseable {

  static final String HEAP = "-Xmx512m";

  private static final int SCHOOLS = 40;
  private static final int YEARS = 5;

  private static final String NEWEST =
      "select coalesce(max(substr(reference, 5)::int), 0) from incident";
  private static final String AT_WORK =
      "select count(*) from job_manifest where job = 'nightly' and status = 'running'";

  private static final String DECISIONS =
      """
      insert into case_decision (incident_id, subject, outcome, decided, by_role, recorded_by,
        recorded_at)
      select incident_id, 'ico', 'not-notify', '2026-01-05', 'dpo', 'bench', '2026-01-05T12:00:00Z'
      from incident where incident_id % 5 = 0
      """;

  private static final String ACTIONS =
      """
      insert into case_action (incident_id, kind, what, owner_role, due, recorded_by, recorded_at)
      select incident_id, 'training', 'All staff are taught again', 'dpo', '2026-12-01', 'bench',
        '2026-01-05T12:00:00Z'
      from incident where incident_id % 7 = 0
      """;

  private static final String REVIEWS =
      """
      insert into case_review (incident_id, due, signed, by_role, type_verdict, recurrences,
        actions_open, recorded_by, recorded_at)
      select incident_id, '', '2026-01-05', 'dpo', '', 0, 0, 'bench', '2026-01-05T12:00:00Z'
      from incident where incident_id % 3 = 0
      """;

  private static final String SIGNALS =
      """
      insert into signal (rule, title, breach_type, school_name, school_key, subject, subject_key,
        window_from, window_to, lines, records, addresses, evidence, import_id, sheet, row,
        last_sheet, last_row, raised_at)
      select 'failed-log-ins', 'Many failed log-ins on one account', 'TECHNICAL_SECURITY_FAILING',
        'School A10', 'school a10', 'account ' || n, 'account ' || n,
        timestamptz '2026-06-01T08:00:00Z' + n * interval '1 hour',
        timestamptz '2026-06-01T08:09:00Z' + n * interval '1 hour', 12, 0, 2,
        '12 failed log-ins from 2 addresses', (select min(import_id) from import_file), 1, n, 1, n,
        '2026-07-01T02:00:00Z'
      from generate_series(1, 2000) n
      """;

  private static final String ALERTS =
      """
      insert into alert (school_id, breach_type, type_title, window_start, window_middle, anchor,
        previous, current, verdict, evidence, incidents, raised_at, changed_at, changed_by)
      select nullif(r.school_id, 0), r.breach_type, r.breach_type, r.window_start, r.window_middle,
        r.window_end, r.previous, r.current, r.verdict, r.evidence, r.current, now(), now(), 'bench'
      from recurrence_result r
      where r.sub_type = '' and r.verdict in ('NEW', 'NOT_REDUCED')
        and r.manifest_id = (select max(manifest_id) from recurrence_result)
      on conflict do nothing
      """;

  private final Path home;
  private final BigLog.Trust trust;
  private final EmbeddedPostgres server;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private int next = 1;

  private BigRecord(Path home) {
    this.home = home;
    LocalDateTime begin =
        LocalDate.now(Clock.system(London.ZONE)).minusDays(3).minusYears(YEARS).atTime(8, 0);
    this.trust = new BigLog.Trust(SCHOOLS, begin, YEARS, 30);
    this.server = EmbeddedPostgres.start(home);
    DatabaseAddress address = server.address();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.appUser());
    pool.setPassword(address.appPassword());
    pool.setConnectionInitSql(address.initSql());
    pool.setMaximumPoolSize(1);
    DataSource source = new HikariDataSource(pool);
    CurrentTrust one = new CurrentTrust();
    one.byDefault(1);
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new TrustTransactionManager(source, one));
  }

  /** The record of a home; made where the home is empty. */
  static BigRecord in(Path home, int incidents) throws Exception {
    boolean empty = !EmbeddedPostgres.isIn(home);
    BigRecord record = new BigRecord(home);
    if (empty) {
      record.make(incidents);
    }
    record.next = record.asked(NEWEST) + 1;
    return record;
  }

  Path home() {
    return home;
  }

  /** A workbook of incidents that are not on record yet. */
  byte[] sheet(int rows) throws IOException {
    Path file = Files.createTempFile("breachledger-bench", ".xlsx");
    try {
      BigLog.write(file, trust, next, rows);
      next += rows;
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Drops a workbook of new incidents into the inbox. */
  void drop(int rows) throws IOException {
    Path beside = home.resolve("dropped.xlsx");
    Files.write(beside, sheet(rows));
    Files.move(
        beside,
        home.resolve("inbox").resolve("log-" + next + ".xlsx"),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether a nightly job is at work. */
  boolean nightlyAtWork() {
    return asked(AT_WORK) > 0;
  }

  @Override
  public void close() {
    server.close();
  }

  private void make(int incidents) throws Exception {
    BigLog.listSchools(home, trust);
    Path log = home.resolve("log.xlsx");
    BigLog.write(log, trust, 1, incidents);
    ServedProgram.run(home, "import", log.toString());
    Files.delete(log);
    List.of(DECISIONS, ACTIONS, REVIEWS, SIGNALS).forEach(this::changed);
    ServedProgram.run(home, "run", "governor-reports");
    changed(ALERTS);
    accounts();
  }

  private void accounts() {
    AccountStore accounts = new AccountStore(jdbc, transactions, Clock.systemUTC());
    int school = asked("select min(school_id) from school where confirmed");
    for (Role role : Role.values()) {
      @Nullable Integer own = role.ofOneSchool() ? school : null;
      accounts.create(role.code(), role, own, role.title(), SampleRecord.PASSWORD, false);
    }
  }

  private int asked(String sql) {
    return Optional.ofNullable(
            transactions.execute(status -> jdbc.sql(sql).query(Integer.class).single()))
        .orElseThrow();
  }

  private void changed(String sql) {
    transactions.executeWithoutResult(status -> jdbc.sql(sql).update());
  }
}

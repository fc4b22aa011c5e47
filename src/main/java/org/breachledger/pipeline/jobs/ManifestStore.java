package org.breachledger.pipeline.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the manifest of every run: what went in, what came out, under which policy. */
public final class ManifestStore {

  /** What a run is told that its program did not outlive. */
  public static final String INTERRUPTED = "the program ended before the run did";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What the register looks like: as long as it stays the same, there is nothing to do again.
   * Incidents are counted in the narrow table, which has one row of each. What a run itself changes
   * stands apart.
   */
  private static final String STATE =
      """
      select concat_ws('/', (select count(*) from incident_glance),
        (select coalesce(max(history_id), 0) from incident_history),
        (select coalesce(max(import_id), 0) from import_file where status = 'imported'),
        (select count(*) from import_file where status = 'undone'),
        (select count(*) from nil_return), (select count(*) from coverage),
        (select md5(string_agg(concat_ws(',', school_id, name, urn, confirmed), ';'
          order by school_id)) from school),
        (select count(*) from school_alias),
        (select coalesce(max(confirmation_id), 0) from type_confirmation),
        (select coalesce(max(switch_id), 0) from learned_types_switch),
        (select concat_ws(',', (select count(*) from case_decision),
          (select count(*) from case_action), (select count(*) from case_action_done),
          (select count(*) from case_review),
          (select count(*) from alert_step where step not in ('escalated', 'closed')))),
        (select concat_ws(',', count(*), count(*) filter (where state = 'open')) from signal))
        as rest,
        (select count(*) from alert_step where step = 'closed') as closed,
        (select count(*) from incident where stale_type or stale_score or stale_duties) as stale
      """;

  /** The papers there are. */
  private static final String PAPERS =
      """
      select concat_ws('/', (select coalesce(max(paper_id), 0) from report_paper),
        (select count(*) from job_manifest where status = 'done'
          and exists (select from report_paper p where p.manifest_id = job_manifest.manifest_id)))
      """;

  /** What a delivery uses up: the messages that wait, alerts unread. */
  private static final String POST =
      """
      select concat_ws('/', (select count(*) from outbox_message where state in ('waiting', 'dead')),
        (select count(*) from outbox_message where state = 'waiting' and attempts > 0),
        (select count(*) from alert where state = 'raised'))
      """;

  /** Names the files it takes in itself; every other job looked at all imports there are. */
  private static final String TAKES_FILES = "nightly";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;

  /** Every call is a transaction of its own, so that a manifest survives its failing run. */
  public ManifestStore(JdbcClient jdbc, TransactionTemplate transactions, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** A manifest as far as a new request must know it. */
  public record Known(
      long manifestId, int edition, String status, String inputsHash, Instant asOf) {

    /** Whether it came to its end. */
    boolean done() {
      return status.equals("done");
    }
  }

  /**
   * The state of the register.
   *
   * @param rest all that no run changes but by taking in files
   * @param closed how many alerts a comparison has closed
   * @param stale how many incidents are to be judged again
   */
  public record State(String rest, long closed, long stale) {}

  /** The state of the register. */
  public State state() {
    return inTransaction(() -> jdbc.sql(STATE).query(State.class).single());
  }

  /** How many alerts a run has closed. */
  public long closedBy(long manifestId) {
    return inTransaction(
        () ->
            jdbc.sql("select count(*) from alert_step where step = 'closed' and manifest_id = ?")
                .param(manifestId)
                .query(Long.class)
                .single());
  }

  /** Which papers there are, in one line. */
  public String papers() {
    return inTransaction(() -> jdbc.sql(PAPERS).query(String.class).single());
  }

  /** The state of what a delivery uses up in one line. */
  public String post() {
    return inTransaction(() -> jdbc.sql(POST).query(String.class).single());
  }

  /** The newest manifest of a job and business date. */
  public Optional<Known> findNewest(String job, String businessKey) {
    return inTransaction(
        () ->
            jdbc.sql(
                    "select manifest_id, edition, status, inputs_hash, as_of from job_manifest"
                        + " where job = ? and business_key = ? order by edition desc limit 1")
                .params(job, businessKey)
                .query(
                    (row, number) ->
                        new Known(
                            row.getLong("manifest_id"),
                            row.getInt("edition"),
                            row.getString("status"),
                            row.getString("inputs_hash"),
                            row.getTimestamp("as_of").toInstant()))
                .optional());
  }

  /** Opens a manifest, or opens a failed one again, which keeps its as-of. */
  public long open(
      RunRequest request,
      int edition,
      String inputsHash,
      String policy,
      String version,
      Instant at) {
    return inTransaction(
        () ->
            jdbc.sql(
                    """
                    insert into job_manifest (job, business_key, edition, as_of, inputs_hash,
                      inputs, policy, policy_version, status, started_at)
                    values (?, ?, ?, ?, ?,
                      case when ? then '[]' else (select coalesce(jsonb_agg(jsonb_build_object(
                        'importId', import_id, 'sha256', sha256) order by import_id), '[]')
                        from import_file where status = 'imported') end,
                      ?, ?, 'running', ?)
                    on conflict (trust_id, job, business_key, edition) do update
                      set status = 'running', message = null, inputs_hash = excluded.inputs_hash,
                        finished_at = null
                    returning manifest_id
                    """)
                .params(
                    request.job(),
                    request.businessKey(),
                    edition,
                    Timestamp.from(request.asOf().instant()),
                    inputsHash,
                    request.job().equals(TAKES_FILES),
                    policy,
                    version,
                    Timestamp.from(at))
                .query(Long.class)
                .single());
  }

  /** Says by which tables a run judges. */
  public void judgedBy(long manifestId, int rulesId) {
    inTransaction(
        () ->
            jdbc.sql("update job_manifest set rules_id = ? where manifest_id = ?")
                .params(rulesId, manifestId)
                .update());
  }

  /** Closes a manifest with its counts. */
  public void close(
      long manifestId,
      boolean done,
      String message,
      Map<String, Object> counts,
      long executionId,
      Instant at) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "update job_manifest set status = ?, message = ?, counts = ?::jsonb,"
                      + " execution_id = ?, finished_at = ? where manifest_id = ?")
              .params(
                  done ? "done" : "failed",
                  message,
                  JSON.writeValueAsString(counts),
                  executionId,
                  Timestamp.from(at),
                  manifestId)
              .update();
          audit.append(
              "jobs", "run", "manifest " + manifestId, AuditDetails.none().and("done", done));
        });
  }

  /** When the record of the trust began. */
  public Instant recordBegan() {
    return inTransaction(
            () ->
                jdbc.sql("select created_at from trust where trust_id = current_trust()")
                    .query(Timestamp.class)
                    .single())
        .toInstant();
  }

  /**
   * Whether no run of a job was ever for a business date, nor any for a later moment: the record is
   * not judged back. A run for a moment to come tells nothing: somebody looked ahead, or the clock
   * was wrong.
   */
  public boolean isUnheard(RunRequest request, Instant now) {
    Timestamp at = Timestamp.from(request.asOf().instant());
    return findNewest(request.job(), request.businessKey()).isEmpty()
        && inTransaction(
            () ->
                jdbc.sql(
                        "select not exists (select from job_manifest where job = ?"
                            + " and as_of between ? and ? and started_at >= ?)")
                    .params(request.job(), at, Timestamp.from(now), at)
                    .query(Boolean.class)
                    .single());
  }

  /**
   * Whether a bell's business date was run for the bell's moment or a later one, whatever became of
   * it. A run that began before the bell was for another: somebody looked ahead.
   */
  public boolean isHeard(RunRequest request, Instant bell) {
    Timestamp at = Timestamp.from(bell);
    return inTransaction(
        () ->
            jdbc.sql(
                    "select exists (select from job_manifest where job = ? and business_key = ?"
                        + " and as_of >= ? and started_at >= ?)")
                .params(request.job(), request.businessKey(), at, at)
                .query(Boolean.class)
                .single());
  }

  /**
   * Whether the program ended before the newest run of a business date did, and nobody has run the
   * job for a later moment up to now since. Ask only of a job that is not at work.
   *
   * @param most how often that may have happened to it: it may be what ends the program
   */
  public boolean isInterrupted(RunRequest request, Instant now, int most) {
    return inTransaction(
        () ->
            jdbc.sql(
                    """
                    select exists (
                      select from (
                        select status, message from job_manifest where job = ? and business_key = ?
                        order by edition desc limit 1) newest
                      where status = 'running' or message = ?)
                      and not exists (
                        select from job_manifest
                        where job = ? and as_of > ? and as_of <= ? and business_key <> ?)
                      and (
                        select count(*) from audit_entry e join job_manifest o
                          on e.subject = 'manifest ' || o.manifest_id
                        where e.action = 'interrupted' and o.job = ? and o.business_key = ?) < ?
                    """)
                .params(
                    request.job(),
                    request.businessKey(),
                    INTERRUPTED,
                    request.job(),
                    Timestamp.from(request.asOf().instant()),
                    Timestamp.from(now),
                    request.businessKey(),
                    request.job(),
                    request.businessKey(),
                    most)
                .query(Boolean.class)
                .single());
  }

  /**
   * Ends what still says it runs: call only while holding the job's lock, for then nothing of it is
   * alive.
   */
  public void endDead(String job, Instant at) {
    transactions.executeWithoutResult(
        status ->
            jdbc.sql(
                    "update job_manifest set status = 'failed', message = ?, finished_at = ?"
                        + " where job = ? and status = 'running' returning manifest_id")
                .params(INTERRUPTED, Timestamp.from(at), job)
                .query(Long.class)
                .list()
                .forEach(
                    manifest ->
                        audit.append(
                            "jobs", "interrupted", "manifest " + manifest, AuditDetails.none())));
  }

  /** Keeps how many incidents a run left with each score and verdict. */
  public void keepJudged(long manifestId) {
    transactions.executeWithoutResult(status -> new JudgedTotals(jdbc).keep(manifestId));
  }

  /**
   * Sets the fingerprint of what a finished run read and what it left behind, so that asking again
   * finds it.
   */
  public void settle(long manifestId, String inputsHash) {
    inTransaction(
        () ->
            jdbc.sql("update job_manifest set inputs_hash = ? where manifest_id = ?")
                .params(inputsHash, manifestId)
                .update());
  }

  /** Names the files a run took in, by import number and hash. */
  public void addInput(long manifestId, long importId, String sha256) {
    jdbc.sql(
            "update job_manifest set inputs = inputs || jsonb_build_object('importId', ?::bigint,"
                + " 'sha256', ?::text) where manifest_id = ?")
        .params(importId, sha256, manifestId)
        .update();
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    T result = transactions.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("the manifest store gave no answer");
    }
    return result;
  }
}

package org.breachledger.pipeline.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a change of the register and the jobs of the trust apart: the change waits until no job is
 * at work, and jobs wait until its transaction ends. Take it before the lock of imports, as jobs
 * do.
 */
public final class WorkLock {

  private WorkLock() {}

  /** Waits for the lock and holds it to the end of the running transaction. */
  public static void hold(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(current_trust(), hashtext('breachledger work'))")
        .query()
        .listOfRows();
  }

  /** Whether no job is at work now; none begins before the running transaction ends. */
  public static boolean isFree(JdbcClient jdbc) {
    return jdbc.sql(
            "select pg_try_advisory_xact_lock_shared(current_trust(),"
                + " hashtext('breachledger work'))")
        .query(Boolean.class)
        .single();
  }

  /** Holds the lock to the end of the running transaction where it is free; else says no. */
  static boolean tryToHold(JdbcClient jdbc) {
    return jdbc.sql(
            "select pg_try_advisory_xact_lock(current_trust(), hashtext('breachledger work'))")
        .query(Boolean.class)
        .single();
  }
}

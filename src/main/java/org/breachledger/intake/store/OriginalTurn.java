package org.breachledger.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps an import that counts on an original and the removal of that original apart, whichever
 * trusts they work for: the archive keeps the same bytes once for all. Imports do not wait for each
 * other. Call within a transaction, to the end of which it lasts; before the turn of imports, where
 * others may send the same bytes.
 */
public final class OriginalTurn {

  private OriginalTurn() {}

  /** Waits until nobody removes the original, and lets nobody begin to. */
  static void share(JdbcClient jdbc, String sha256) {
    take(jdbc, "pg_advisory_xact_lock_shared", sha256);
  }

  /**
   * Waits until no import counts on the original that has yet to be on record, eight seconds at the
   * most.
   *
   * @throws org.springframework.dao.PessimisticLockingFailureException where one still does
   */
  public static void alone(JdbcClient jdbc, String sha256) {
    jdbc.sql("set local lock_timeout = '8s'").update();
    take(jdbc, "pg_advisory_xact_lock", sha256);
  }

  private static void take(JdbcClient jdbc, String lock, String sha256) {
    jdbc.sql("select " + lock + "(hashtextextended('breachledger original ' || ?, 0))")
        .param(sha256)
        .query()
        .listOfRows();
  }
}

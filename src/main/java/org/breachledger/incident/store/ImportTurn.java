package org.breachledger.incident.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One at a time for whatever brings incidents or compares them with each other: two that bring the
 * same incident must see each other, and so must two that each bring half of a repeat.
 */
public final class ImportTurn {

  private ImportTurn() {}

  /** Waits for the turn of the trust at work and keeps it to the end of the running transaction. */
  public static void await(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('breachledger import'), current_trust())")
        .query()
        .listOfRows();
  }

  /** Whether nobody has it now; what is found holds until the running transaction ends. */
  public static boolean isFree(JdbcClient jdbc) {
    return jdbc.sql(
            "select pg_try_advisory_xact_lock_shared(hashtext('breachledger import'),"
                + " current_trust())")
        .query(Boolean.class)
        .single();
  }
}

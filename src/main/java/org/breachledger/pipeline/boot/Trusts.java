package org.breachledger.pipeline.boot;

import org.breachledger.pipeline.database.CurrentTrust;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trust an installation keeps the record of: a fresh home has one without a name. */
public final class Trusts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final CurrentTrust current;

  /** Sets the current trust. */
  public Trusts(JdbcClient jdbc, TransactionTemplate transactions, CurrentTrust current) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.current = current;
  }

  /** A trust as its papers name it. */
  public record Trust(int trustId, String name, String policy, boolean demo) {}

  /** Opens the first trust, founding it where there is none, for all work that follows. */
  public Trust open() {
    Trust trust =
        transactions.execute(
            status -> {
              jdbc.sql("select pg_advisory_xact_lock(727001)").query().listOfRows();
              jdbc.sql("insert into trust (name) select '' where not exists (select from trust)")
                  .update();
              return first();
            });
    if (trust == null) {
      throw new IllegalStateException("the trust was not founded");
    }
    current.byDefault(trust.trustId());
    return trust;
  }

  /** The current trust as it is now. */
  public Trust get() {
    Trust trust = transactions.execute(status -> first());
    if (trust == null) {
      throw new IllegalStateException("there is no trust");
    }
    return trust;
  }

  /** Names the trust, and says whether it is the demo's. */
  public void name(String name, boolean demo) {
    transactions.executeWithoutResult(
        status ->
            jdbc.sql("update trust set name = ?, demo = ? where trust_id = current_trust()")
                .params(name, demo)
                .update());
  }

  /** Has the trust's record judged by another policy from its next opening on. */
  public void follow(String policy) {
    transactions.executeWithoutResult(
        status ->
            jdbc.sql("update trust set policy = ? where trust_id = current_trust()")
                .param(policy)
                .update());
  }

  private Trust first() {
    return jdbc.sql("select trust_id, name, policy, demo from trust order by trust_id limit 1")
        .query(Trust.class)
        .single();
  }
}

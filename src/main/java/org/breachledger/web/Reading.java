package org.breachledger.web;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Read-only transactions for the trust of the person signed in: pages change nothing by looking.
 */
final class Reading {

  private final TransactionTemplate transactions;

  Reading(PlatformTransactionManager manager) {
    transactions = new TransactionTemplate(manager);
    transactions.setReadOnly(true);
  }

  <T> T read(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}

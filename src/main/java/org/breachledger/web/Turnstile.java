package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.pipeline.jobs.WorkLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets what a person sends wait for a job or an import before anything is begun, and turns it away
 * after a while: whoever waits for their locks keeps a connection to the register, and the pages of
 * everybody need those.
 */
final class Turnstile implements HandlerInterceptor {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final boolean besideJobs;
  private final Duration patience;

  /**
   * The gate before some pages.
   *
   * @param besideJobs whether what is sent may go on while a job is at work, and only imports are
   *     waited for
   */
  Turnstile(
      JdbcClient jdbc, TransactionTemplate transactions, boolean besideJobs, Duration patience) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.besideJobs = besideJobs;
    this.patience = patience;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    if (request.getMethod().equals("POST")) {
      long end = System.nanoTime() + patience.toNanos();
      while (!free()) {
        if (System.nanoTime() > end) {
          throw new AtWork();
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
    return true;
  }

  /** What is looked at is given back at once: between two looks nothing is held. */
  private boolean free() {
    return Objects.requireNonNull(
        transactions.execute(
            status -> (besideJobs || WorkLock.isFree(jdbc)) && ImportTurn.isFree(jdbc)));
  }
}

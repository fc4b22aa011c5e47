package org.breachledger.pipeline.schedule;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.breachledger.pipeline.database.CurrentTrust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Catches up soon after the program's start and every ten minutes; an end waits for the run under
 * way and lets no other begin.
 */
public final class CatchUpRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUpRounds.class);
  private static final int SECONDS_BEFORE = 5;
  private static final int SECONDS_BETWEEN = 600;
  private static final int MINUTES_TO_END = 60;

  private final CatchUp catchUp;
  private final CurrentTrust trust;
  private volatile @Nullable ScheduledExecutorService rounds;

  /** Rounds of a catch-up, which wait until the trust is set up. */
  public CatchUpRounds(CatchUp catchUp, CurrentTrust trust) {
    this.catchUp = catchUp;
    this.trust = trust;
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService fresh =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "catch-up"));
    fresh.scheduleWithFixedDelay(this::round, SECONDS_BEFORE, SECONDS_BETWEEN, TimeUnit.SECONDS);
    rounds = fresh;
  }

  /** One that failed must not be the last. */
  private void round() {
    try {
      if (trust.find().isPresent()) {
        catchUp.once(() -> !isRunning());
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("the round of catching up failed ({})", e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService ending = rounds;
    rounds = null;
    if (ending == null) {
      return;
    }
    ending.shutdown();
    try {
      ending.awaitTermination(MINUTES_TO_END, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asked by the round an end waits for, so it takes no lock. */
  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}

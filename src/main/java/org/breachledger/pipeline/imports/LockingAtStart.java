package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Locks plain originals beside the service once it has started; its end stops it between two. */
public final class LockingAtStart implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LockingAtStart.class);

  private final PlainOriginals originals;
  private final Clock clock;
  private volatile @Nullable Thread locking;

  /** Locks these. */
  public LockingAtStart(PlainOriginals originals, Clock clock) {
    this.originals = originals;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    Thread fresh = new Thread(this::lock, "locks-originals");
    locking = fresh;
    fresh.start();
  }

  private void lock() {
    try {
      originals.lock(clock.instant(), () -> !isRunning());
    } catch (ArchiveRefused refused) {
      LOG.warn("{}", refused.sentence());
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("plain originals were not all locked ({})", e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void stop() {
    Thread ending = locking;
    locking = null;
    if (ending == null) {
      return;
    }
    try {
      ending.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return locking != null;
  }
}

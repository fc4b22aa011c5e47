package org.breachledger.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.breachledger.pipeline.database.SparePriority;

/**
 * Lets only so many previews be read at once, the others waiting in the order they came: a file
 * that is hard to read takes a core, memory and connections, and the pages need all three. Nobody
 * waits for long, and what is read leaves the cores to the pages.
 */
final class PreviewTurns {

  /** A preview of an access log takes two of the connections to the register, which are few. */
  private static final int MOST_AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore turns;
  private final Duration patience;
  private final ThreadPoolExecutor readers;

  PreviewTurns(int most, Duration patience) {
    this.turns = new Semaphore(most, true);
    this.patience = patience;
    this.readers =
        new ThreadPoolExecutor(
            most,
            most,
            PATIENCE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            PreviewTurns::reader);
    readers.allowCoreThreadTimeOut(true);
  }

  /** On half of the cores at the most. */
  static PreviewTurns ofThisMachine() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new PreviewTurns(Math.max(1, Math.min(MOST_AT_ONCE, cores / 2)), PATIENCE);
  }

  private static Thread reader(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              SparePriority.take();
              work.run();
            },
            "preview");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads when it has its turn, in a thread of its own: whatever a thread knows, the trust among
   * it, the reading has to bring along.
   *
   * @throws StillReading where others take too long
   */
  <T> T take(Supplier<T> reading) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StillReading();
      }
      return begun(reading).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StillReading();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private <T> Future<T> begun(Supplier<T> reading) {
    try {
      return readers.submit(() -> given(reading));
    } catch (RuntimeException | Error e) {
      turns.release();
      throw e;
    }
  }

  /** The turn is given back when the reading ends, even if nobody waits for it any more. */
  private <T> T given(Supplier<T> reading) {
    try {
      return reading.get();
    } finally {
      turns.release();
    }
  }
}

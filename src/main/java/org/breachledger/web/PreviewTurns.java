package org.breachledger.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many previews be read at once, the others waiting in the order they came: a file
 * that is hard to read takes a core, memory and connections, and the pages need all three. Nobody
 * waits for long.
 */
final class PreviewTurns {

  /** A preview of an access log takes two of the connections to the register, which are few. */
  private static final int MOST_AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore turns;
  private final Duration patience;

  PreviewTurns(int most, Duration patience) {
    this.turns = new Semaphore(most, true);
    this.patience = patience;
  }

  /** On half of the cores at the most. */
  static PreviewTurns ofThisMachine() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new PreviewTurns(Math.max(1, Math.min(MOST_AT_ONCE, cores / 2)), PATIENCE);
  }

  /**
   * Reads when it has its turn.
   *
   * @throws StillReading where others take too long
   */
  <T> T take(Supplier<T> reading) {
    if (!begun()) {
      throw new StillReading();
    }
    try {
      return reading.get();
    } finally {
      turns.release();
    }
  }

  private boolean begun() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

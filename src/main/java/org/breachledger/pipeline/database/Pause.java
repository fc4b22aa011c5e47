package org.breachledger.pipeline.database;

/** A short wait for another process. */
final class Pause {

  private Pause() {}

  /** Waits; an interruption ends the start of the database. */
  static void of(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start of the database was interrupted.", e);
    }
  }
}

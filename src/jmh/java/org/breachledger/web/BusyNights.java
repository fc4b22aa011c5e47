package org.breachledger.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Keeps a nightly job at work: each has new rows to take in; where one ends the next begins. */
final class BusyNights implements AutoCloseable {

  private static final int ROWS = 3000;
  private static final int LOOKED_AFTER = 300;

  private final BigRecord record;
  private final Browser operator;
  private final Thread watch = new Thread(this::watch, "busy-nights");
  private volatile boolean ended;
  private volatile int nights;
  private volatile int looks;
  private volatile int busy;

  private BusyNights(BigRecord record, Browser operator) {
    this.record = record;
    this.operator = operator;
  }

  static BusyNights begin(BigRecord record, Browser operator) throws Exception {
    BusyNights nights = new BusyNights(record, operator);
    nights.next();
    nights.watch.setDaemon(true);
    nights.watch.start();
    Thread.sleep(LOOKED_AFTER);
    return nights;
  }

  private void next() throws IOException {
    record.drop(ROWS);
    operator.submit("/jobs", "/jobs/nightly/run", Map.of());
    nights++;
  }

  private void watch() {
    try {
      while (!ended) {
        Thread.sleep(LOOKED_AFTER);
        looks++;
        if (record.nightlyAtWork()) {
          busy++;
        } else {
          next();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** How many nights there were, and how much of the time one was at work. */
  String said() {
    return String.format(
        Locale.UK,
        "%d nightly jobs, each with %,d new rows; one was at work at %d of %d looks.",
        nights,
        ROWS,
        busy,
        looks);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    watch.join();
  }
}

package org.breachledger.pipeline.cli;

import java.util.concurrent.CountDownLatch;
import org.breachledger.pipeline.boot.Installation;

/** Keeps the pages up until the process is asked to end, then ends jobs and database in order. */
final class Serving {

  private Serving() {}

  static void untilStopped(Installation installation) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread end =
        new Thread(
            () -> {
              installation.close();
              stopped.countDown();
            },
            "shutdown");
    Runtime.getRuntime().addShutdownHook(end);
    stopped.await();
  }
}

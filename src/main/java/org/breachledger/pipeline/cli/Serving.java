package org.breachledger.pipeline.cli;

import java.time.Clock;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.setup.FirstStart;

/** Keeps the pages up until the process is asked to end, then ends jobs and database in order. */
final class Serving {

  /** So long the pages still answer after a set-up, for whoever did it to read what comes next. */
  private static final long LAST_PAGE_MILLIS = 2_000;

  private Serving() {}

  /** Starts once more where the first set-up chose another policy than the parts were made for. */
  static void untilStopped(Installation installation) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "shutdown"));
    while (true) {
      installation.get(FirstStart.class).awaitPolicyChosen();
      Thread.sleep(LAST_PAGE_MILLIS);
      installation.startAgain();
      installation.get(Assessment.class).run(AsOf.from(installation.get(Clock.class)));
      Console.err().println("The policy chosen is in force on " + address(installation));
    }
  }

  static String address(Installation installation) {
    return "http://localhost:" + installation.port();
  }
}

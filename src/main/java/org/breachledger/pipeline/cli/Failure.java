package org.breachledger.pipeline.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of the program: the person sees one sentence, the log where it happened. */
final class Failure {

  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
  private static final int FRAMES = 12;

  private Failure() {}

  /** Names the kind of fault and the place, never a message: it may quote what was read. */
  static void report(Throwable failure) {
    Throwable root = failure;
    StringBuilder kinds = new StringBuilder(failure.getClass().getName());
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
      kinds.append(" < ").append(root.getClass().getName());
    }
    StringBuilder places = new StringBuilder();
    StackTraceElement[] frames = root.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      places.append(System.lineSeparator()).append("  at ").append(frames[i]);
    }
    LOG.debug("{}{}", kinds, places);
    Console.err()
        .println(
            "Breachledger failed ("
                + root.getClass().getSimpleName()
                + "). Nothing half-done was kept. Run it again; if it fails again, run it with"
                + " BREACHLEDGER_LOG=debug and send that output to those who look after it.");
  }
}

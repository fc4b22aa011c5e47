package org.breachledger.pipeline.cli;

/** A progress bar on standard error, where that is a terminal. */
final class Progress {

  private static final int WIDTH = 30;

  private Progress() {}

  static void show(String what, int done, int all) {
    if (System.console() == null || all == 0) {
      return;
    }
    int filled = done * WIDTH / all;
    Console.err()
        .print(
            "\r"
                + what
                + " ["
                + "#".repeat(filled)
                + ".".repeat(WIDTH - filled)
                + "] "
                + done
                + " of "
                + all);
  }

  static void end() {
    if (System.console() != null) {
      Console.err().print("\r" + " ".repeat(2 * WIDTH) + "\r");
    }
  }
}

package org.breachledger;

import org.breachledger.pipeline.cli.CommandLineDoor;

/** The program: one jar that serves the pages, runs the jobs and answers the command line. */
public final class Breachledger {

  private Breachledger() {}

  /** Runs the command line given in {@code args} and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLineDoor.run(args));
  }
}

package org.breachledger.pipeline.cli;

/** How a command ended, as scripts see it. */
public final class ExitCode {

  /** Done; gaps and returned rows are results, not failures. */
  public static final int DONE = 0;

  /** Done, but a file, a job or a check was refused. */
  public static final int REFUSED = 1;

  /** Wrong usage or set-up. */
  public static final int WRONG_USAGE = 2;

  /** The program failed. */
  public static final int FAILED = 3;

  private ExitCode() {}
}

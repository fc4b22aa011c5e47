package org.breachledger.policy;

/**
 * A policy table that cannot be used: the run does not start, because a rule nobody can read would
 * be applied to every incident. The message says file, line, what is wrong and what is allowed.
 */
public class RefusedTable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String wrong;

  /**
   * Refuses a table.
   *
   * @param file the table's name under {@code jobs/}
   * @param line from 1; 0 where the whole file is meant
   * @param wrong what is wrong and what is allowed, as one sentence
   */
  public RefusedTable(String file, int line, String wrong) {
    super("jobs/" + file + (line > 0 ? ", line " + line : "") + ": " + wrong);
    this.wrong = wrong;
  }

  /** What is wrong and what is allowed, without file and line. */
  public String wrong() {
    return wrong;
  }
}

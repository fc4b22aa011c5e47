package org.breachledger.crash;

import java.util.List;

/**
 * A moment of a job, known by the statement that follows it or by its commit.
 *
 * @param name what has just happened
 * @param table the table the statement writes
 * @param event insert or update
 * @param where a condition on the row written, in SQL
 * @param committed whether the moment is the commit itself, which the database then completes
 *     although nobody waits for its answer; otherwise it is just before the row is written
 * @param nth the how-manieth such row is meant, from 1
 */
record FailPoint(
    String name, String table, String event, String where, boolean committed, int nth) {

  static final FailPoint FILE_CLAIMED = before("file claimed", "import_file", "insert", "true");
  static final FailPoint ROWS_STORED =
      before("rows stored", "import_file", "update", "new.status = 'imported'");
  static final FailPoint FILE_STORED =
      at("file stored", "import_file", "update", "new.status = 'imported'");
  static final FailPoint SECOND_FILE_STORED = FILE_STORED.nth(2);
  static final FailPoint INSTANCE_MADE =
      before("instance made", "batch_job_execution", "insert", "true");
  static final FailPoint EXECUTION_MADE =
      before("execution made", "batch_step_execution", "insert", "true");
  static final FailPoint STEP_BEGUN =
      at("second step begun", "batch_step_execution", "insert", "true").nth(2);
  static final FailPoint JOB_ENDED =
      at("job ended, manifest open", "batch_job_execution", "update", "new.status = 'COMPLETED'");
  static final FailPoint PAPER_WRITTEN =
      before("paper written", "report_paper", "insert", "true").nth(2);
  static final FailPoint PAPERS_WRITTEN = at("papers written", "report_paper", "insert", "true");
  static final FailPoint MAIL_ACCEPTED =
      before("mail accepted", "outbox_message", "update", "new.state in ('sent', 'written')");
  static final FailPoint MAIL_MARKED =
      at("mail marked", "outbox_message", "update", "new.state in ('sent', 'written')");

  /** The points of the short form, each rehearsed with the first job that passes it. */
  static final List<FailPoint> SHORT_FORM =
      List.of(FILE_STORED, PAPER_WRITTEN, MAIL_ACCEPTED, MAIL_MARKED);

  /** The points every job passes. */
  static final List<FailPoint> OF_EVERY_JOB = List.of(INSTANCE_MADE, EXECUTION_MADE, JOB_ENDED);

  private static FailPoint before(String name, String table, String event, String where) {
    return new FailPoint(name, table, event, where, false, 1);
  }

  private static FailPoint at(String name, String table, String event, String where) {
    return new FailPoint(name, table, event, where, true, 1);
  }

  private FailPoint nth(int number) {
    return new FailPoint(name, table, event, where, committed, number);
  }

  @Override
  public String toString() {
    return name;
  }
}

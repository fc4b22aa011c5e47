package org.breachledger.pipeline.erasure;

import java.sql.SQLException;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.Assessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecutionException;

/**
 * What follows a destruction or redaction once that is stored: its files go, and what stays is
 * judged anew. Nothing that fails here takes it back, so that it is told and not thrown.
 */
final class Aftermath {

  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private final FileSweep sweep;
  private final Assessment assessment;

  Aftermath(FileSweep sweep, Assessment assessment) {
    this.sweep = sweep;
    this.assessment = assessment;
  }

  /** Removes the files. */
  Outstanding swept() {
    try {
      return new Outstanding(sweep.sweep(), true, true);
    } catch (RuntimeException e) {
      warn("files to remove were not looked for", e);
      return new Outstanding(0, false, true);
    }
  }

  /** Judges what stays. */
  Outstanding judged(AsOf asOf, Outstanding before) {
    try {
      assessment.run(asOf);
      return before;
    } catch (SQLException | JobExecutionException | RuntimeException e) {
      warn("what stays was not judged anew", e);
      return new Outstanding(before.files(), before.swept(), false);
    }
  }

  /** The log leaves out messages, which may quote what was read, and keeps where it failed. */
  static void warn(String what, Exception failure) {
    LOG.warn(what, failure);
  }
}

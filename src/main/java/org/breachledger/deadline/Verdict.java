package org.breachledger.deadline;

/** Whether a duty was done in time. */
public enum Verdict {
  /** Done by the due moment, the due moment included. */
  MET,
  /** Done after the due moment. */
  LATE,
  /** Not done, and the due moment has certainly passed. */
  OVERDUE,
  /** Not done, and the due moment has not certainly passed. */
  RUNNING,
  /** Nobody has to do this for this incident. */
  NOT_REQUIRED,
  /** What is known does not decide it. */
  CANNOT_TELL;

  /** Whether this verdict says that the duty was done too late or is too late by now. */
  public boolean late() {
    return this == LATE || this == OVERDUE;
  }
}

package org.breachledger.access;

/** What a role may see; each page and file asks for one of these and for nothing else. */
public enum Right {
  /** Runs of the jobs with their manifests. */
  RUNS,
  /** Starting and stopping jobs, and how the installation does. */
  JOBS,
  /** Imports with their row sums. */
  IMPORTS,
  /** What an uploaded file said: its name, its headings, the rows that came back. */
  UPLOADS,
  /** Adding, confirming and changing the schools of the trust's list. */
  SCHOOL_LIST,
  /** Uploading logs, confirming what they would do, and undoing imports. */
  IMPORT_STEPS,
  /** The incidents of every school. */
  INCIDENTS,
  /** The incidents of the own school. */
  OWN_INCIDENTS,
  /** Reporting an incident by the form, and completing what is on record of an open one. */
  REPORT,
  /** Saying that the head signed a report. */
  HEAD_SIGNATURE,
  /** What people wrote about incidents; never who reported them. */
  INCIDENT_TEXT,
  /** Correcting types, recording decisions and closing cases. */
  CASE_STEPS,
  /** Adding actions and recording that they were done. */
  ACTION_STEPS,
  /** Alerts with their numbers and what became of their messages. */
  ALERTS,
  /** Acknowledging and forwarding alerts, and recording what was decided about them. */
  ALERT_STEPS,
  /** The packs of alerts. */
  PACKS,
  /** The papers of every school's governors. */
  SCHOOL_PAPERS,
  /** The papers of the own school's governors. */
  OWN_PAPERS,
  /** The papers of the Information Governance Board. */
  BOARD_PAPERS,
  /** The working lists of the Security Working Group. */
  WORKING_PAPERS,
  /** This half against the half before, of every school. */
  TRENDS,
  /** The same of the own school. */
  OWN_TRENDS,
  /** What access logs hint at; whom it is about is shown on record only. */
  SIGNALS,
  /** Seeing whom a signal is about, and making it an incident or dismissing it. */
  SIGNAL_STEPS,
  /** Who has an account: inviting, changing and blocking people. */
  PEOPLE
}

package org.breachledger.access;

/** What a role may see; each page and file asks for one of these and for nothing else. */
public enum Right {
  /** Runs of the jobs with their manifests. */
  RUNS,
  /** Imports with their row sums. */
  IMPORTS,
  /** What an uploaded file said: its name, its headings, the rows that came back. */
  UPLOADS,
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
  WORKING_PAPERS
}

package org.breachledger.reporting;

/**
 * Numbers ready to be printed: counts, days, references, titles out of tables. There is no place in
 * it for free text or a person's name.
 */
public sealed interface Paper
    permits GovernorPaper, BoardPaper, WorkingGroupPaper, AlertPack, DecisionPaper, ReviewPaper {

  /** What the paper says about itself. */
  Imprint imprint();

  /** The folder under {@code report-templates/} that says how it looks. */
  String template();

  /** The document's title; names the school or the trust, never a person. */
  String title();
}

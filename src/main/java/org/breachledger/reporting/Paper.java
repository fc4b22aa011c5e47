package org.breachledger.reporting;

import org.breachledger.policy.AccentColour;

/**
 * Numbers ready to be printed: counts, days, references, titles out of tables. There is no place in
 * it for free text or a person's name.
 */
public sealed interface Paper
    permits GovernorPaper,
        BoardPaper,
        WorkingGroupPaper,
        AlertPack,
        DecisionPaper,
        ReviewPaper,
        RetentionPaper,
        DestructionCertificate {

  /** What the paper says about itself. */
  Imprint imprint();

  /** The folder under {@code report-templates/} that says how it looks. */
  String template();

  /** The document's title; names the school or the trust, never a person. */
  String title();

  /** The school it is about; {@link AlertPack#ALL} for all of them. */
  String about();

  /** The colour of its headings, rules and charts: the school's own, else the house's. */
  default AccentColour accent() {
    return imprint().style().of(about());
  }
}

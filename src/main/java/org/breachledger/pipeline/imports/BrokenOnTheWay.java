package org.breachledger.pipeline.imports;

import org.breachledger.intake.Refused;

/** Carries a refusal out of a transaction that must be undone: the file broke while it was read. */
final class BrokenOnTheWay extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient Refused refused;

  BrokenOnTheWay(Refused refused) {
    super(refused.why().name());
    this.refused = refused;
  }

  /** What its sender is told. */
  String sentence() {
    return refused.sentence();
  }
}

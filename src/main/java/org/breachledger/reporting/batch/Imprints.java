package org.breachledger.reporting.batch;

import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;

/** What every paper of a run says about itself. */
@FunctionalInterface
public interface Imprints {

  /** The imprint of papers about two halves, taken as of a moment, in an edition. */
  Imprint of(Halves halves, AsOf asOf, int edition);
}

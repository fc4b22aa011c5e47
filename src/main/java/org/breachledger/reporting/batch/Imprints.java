package org.breachledger.reporting.batch;

import java.time.LocalDate;
import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;

/** What every paper of a run says about itself. */
public interface Imprints {

  /** The imprint of papers about two halves, taken as of a moment, in an edition. */
  Imprint of(Halves halves, AsOf asOf, int edition);

  /** The halves before an anchor, as long as the policy at work says. */
  Halves halves(LocalDate anchor);
}

/**
 * Casework: decisions, referrals, actions, closing and six-month review, and what the logs of
 * systems hint at, for a person to promote or dismiss.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "incident",
      "incident::json",
      "incident::store",
      "calendar",
      "exchange",
      "policy",
      "record",
      "intake",
      "intake::store",
      "normalise",
      "deadline",
      "severity"
    })
package org.breachledger.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Findings become messages with a life. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "incident",
      "incident::json",
      "incident::store",
      "calendar",
      "casework",
      "exchange",
      "policy",
      "record",
      "recurrence",
      "reporting",
      "reporting::batch",
      "reporting::store"
    })
package org.breachledger.alerting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

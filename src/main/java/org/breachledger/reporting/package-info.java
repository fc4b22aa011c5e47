/** Numbers become papers. */
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
      "severity",
      "deadline",
      "recurrence",
      "recurrence::batch",
      "casework",
      "casework::store"
    })
package org.breachledger.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

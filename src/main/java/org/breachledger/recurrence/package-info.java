/** This six months against the last. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "incident",
      "incident::json",
      "incident::store",
      "calendar",
      "exchange",
      "policy",
      "record"
    })
package org.breachledger.recurrence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

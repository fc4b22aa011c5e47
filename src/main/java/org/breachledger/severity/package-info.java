/** A score and its reasons. */
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
package org.breachledger.severity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Reported words become breach types, with the evidence. */
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
package org.breachledger.normalise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

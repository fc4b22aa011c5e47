/** Files become rows, and rows become incidents or notices. */
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
package org.breachledger.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

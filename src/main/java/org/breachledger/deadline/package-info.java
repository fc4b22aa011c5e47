/** Due moments and verdicts. */
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
package org.breachledger.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Keeping: how long the register is kept, what is due to be destroyed, and what is held. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "incident",
      "calendar",
      "policy",
      "record",
      "intake",
      "intake::store",
      "casework",
      "casework::store",
      "reporting"
    })
package org.breachledger.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The tables a school may edit: where they lie, how their lines are read, and what is refused. */
@NullMarked
@ApplicationModule(allowedDependencies = {"incident", "calendar"})
package org.breachledger.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** History and the audit chain: what was done, by whom, in an order nobody can change unseen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"incident", "calendar"})
package org.breachledger.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

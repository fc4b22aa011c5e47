/**
 * History and the audit chain: what was done, by whom, in an order nobody can change unseen, and
 * which versions of incidents it stored.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"incident", "calendar"})
package org.breachledger.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

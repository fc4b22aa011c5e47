/** Who may see and do what: roles, their rights, and the accounts people sign in with. */
@NullMarked
@ApplicationModule(allowedDependencies = {"incident", "calendar", "record"})
package org.breachledger.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

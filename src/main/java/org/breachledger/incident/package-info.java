/**
 * The words of the trade: what an incident is, when its moments were, and how sure we are of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.breachledger.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Incidents as they lie in the register, read for the stages that have to do them again. */
@NullMarked
@NamedInterface("store")
package org.breachledger.incident.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Rows find the incident they speak of: new, changed or the same, each row in just one. */
@NullMarked
@NamedInterface("store")
package org.breachledger.intake.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Reads from the register what a paper is made of. */
@NullMarked
@NamedInterface("store")
package org.breachledger.reporting.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

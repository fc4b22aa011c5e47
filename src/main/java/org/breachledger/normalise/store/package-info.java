/** What persons confirmed and what was learned from it, in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.normalise.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The policy's tables as they stood, kept in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.policy.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The audit trail in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.record.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

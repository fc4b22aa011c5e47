/** The accounts as they are kept in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.access.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

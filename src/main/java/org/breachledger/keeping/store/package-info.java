/** Retention settings, legal holds and what is due, as they are kept in the database. */
@NullMarked
@NamedInterface("store")
package org.breachledger.keeping.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Signals as they are stored, judged and taken back. */
@NullMarked
@NamedInterface("store")
package org.breachledger.casework.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

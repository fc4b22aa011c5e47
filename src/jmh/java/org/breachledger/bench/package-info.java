/** Measures the program as a whole beside what merely reads or stores the same rows. */
@NullMarked
package org.breachledger.bench;

import org.jspecify.annotations.NullMarked;

/** The same numbers worked out a second time, by code that shares nothing with the program's. */
@NullMarked
package org.breachledger.independent;

import org.jspecify.annotations.NullMarked;

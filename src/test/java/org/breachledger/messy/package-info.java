/** Sheets as mess makes them, each with what must become of every row. */
@NullMarked
package org.breachledger.messy;

import org.jspecify.annotations.NullMarked;

/** Tables of the register for other programs. */
@NullMarked
package org.breachledger.pipeline.exports;

import org.jspecify.annotations.NullMarked;

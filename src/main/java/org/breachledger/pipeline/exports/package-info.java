/** Tables of the register for other programs. */
@NullMarked
@NamedInterface("exports")
package org.breachledger.pipeline.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

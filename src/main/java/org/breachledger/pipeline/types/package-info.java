/** Where persons confirm breach types and switch on what was learned from that. */
@NullMarked
@NamedInterface("types")
package org.breachledger.pipeline.types;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

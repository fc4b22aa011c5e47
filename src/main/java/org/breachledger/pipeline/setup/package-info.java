/** The first start: whose record it is, by which policy, and who signs in first. */
@NullMarked
@NamedInterface("setup")
package org.breachledger.pipeline.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** One file after another through reading, typing, scoring and deadlines. */
@NullMarked
@NamedInterface("imports")
package org.breachledger.pipeline.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

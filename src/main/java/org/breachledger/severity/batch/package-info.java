/** The steps that look for repeats and score again what is new or changed in the register. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.severity.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

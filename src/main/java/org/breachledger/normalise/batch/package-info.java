/** The step that types what is new or changed in the register. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.normalise.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

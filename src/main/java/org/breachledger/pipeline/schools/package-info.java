/** The trust's list of schools, changed while the program runs. */
@NullMarked
@NamedInterface("schools")
package org.breachledger.pipeline.schools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

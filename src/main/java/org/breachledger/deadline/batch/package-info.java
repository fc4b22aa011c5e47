/** The steps that judge deadlines as of a moment and warn of those that run out. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.deadline.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

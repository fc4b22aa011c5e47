/** The steps that write the papers of a run. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.reporting.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

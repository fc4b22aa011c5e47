/** The schedule: Quartz is the bell that rings for a job; what ran is in the manifests. */
@NullMarked
@NamedInterface("schedule")
package org.breachledger.pipeline.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

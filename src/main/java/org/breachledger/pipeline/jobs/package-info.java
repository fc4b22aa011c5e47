/** The jobs by name, each run once for its business date, and the schedule that rings for them. */
@NullMarked
@NamedInterface("jobs")
package org.breachledger.pipeline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

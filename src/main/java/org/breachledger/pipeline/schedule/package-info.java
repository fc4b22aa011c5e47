/** The schedule: Quartz is the bell that rings for a job; what ran is in the manifests. */
@NullMarked
package org.breachledger.pipeline.schedule;

import org.jspecify.annotations.NullMarked;

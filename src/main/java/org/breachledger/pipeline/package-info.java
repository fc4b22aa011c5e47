/** The jobs, the schedule and the command line: each stage in its turn. */
@NullMarked
package org.breachledger.pipeline;

import org.jspecify.annotations.NullMarked;

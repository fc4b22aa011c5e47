/** The step that turns findings into alerts and lets their messages leave. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.alerting.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

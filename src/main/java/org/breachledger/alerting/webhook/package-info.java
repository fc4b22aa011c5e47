/** Words of alerts for the analyst's own tools, signed and without personal data. */
@NullMarked
@NamedInterface("webhook")
package org.breachledger.alerting.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

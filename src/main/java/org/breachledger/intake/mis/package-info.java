/** Access and audit logs of management information systems: known by headings, streamed by line. */
@NullMarked
@NamedInterface("mis")
package org.breachledger.intake.mis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

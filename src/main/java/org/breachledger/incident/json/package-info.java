/** Facts as one JSON object of canonical texts, as they are stored. */
@NullMarked
@NamedInterface("json")
package org.breachledger.incident.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The step that counts both halves and keeps the comparison. */
@NullMarked
@NamedInterface("batch")
package org.breachledger.recurrence.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

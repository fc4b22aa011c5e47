/** Form A sent by a page, taken in as a log of one row. */
@NullMarked
@NamedInterface("forms")
package org.breachledger.pipeline.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

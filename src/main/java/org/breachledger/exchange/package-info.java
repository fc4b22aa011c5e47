/**
 * Text files for other programs: read by heading, written so that no spreadsheet runs a cell as a
 * formula.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.breachledger.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Time as it comes in through the door: the as-of, the six-month windows and the ways of counting.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.breachledger.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.breachledger.deadline;

/**
 * The due moments that the precision of a start leaves possible.
 *
 * @param earliest if the clock started as early as it can have
 * @param latest if it started as late as it can have
 */
record DueRange(Due earliest, Due latest) {}

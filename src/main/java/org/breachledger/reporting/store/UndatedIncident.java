package org.breachledger.reporting.store;

import org.breachledger.incident.RowRef;

/**
 * An incident or near miss without any date, which no half can count.
 *
 * @param reference as papers print it
 */
record UndatedIncident(
    int schoolId, String school, String reference, boolean nearMiss, RowRef row) {}

package org.breachledger.reporting.batch;

import org.breachledger.reporting.Paper;

/**
 * A paper and the school it is about.
 *
 * @param schoolId 0 for all schools
 */
public record AddressedPaper(Paper paper, int schoolId) {}

package org.breachledger.casework;

import org.breachledger.incident.Moment;

/** The sign-off of a review: when and by whom. The note beside it stays in the record. */
public record SignOff(Moment when, ByWhom by) {}

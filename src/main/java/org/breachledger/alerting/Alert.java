package org.breachledger.alerting;

import java.time.Instant;

/**
 * A finding that was raised, and how far its life has come. One per school, type and anchor.
 *
 * @param alertId its number in the trust
 */
public record Alert(long alertId, Finding finding, AlertState state, Instant raisedAt) {}

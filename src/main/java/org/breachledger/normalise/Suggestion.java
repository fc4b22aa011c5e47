package org.breachledger.normalise;

import org.jspecify.annotations.Nullable;

/**
 * A breach type as the most similar confirmed incidents have it.
 *
 * @param subType null where most of them have none
 * @param share the share of their say it has, 0 to 1
 */
public record Suggestion(String breachType, @Nullable String subType, double share) {}

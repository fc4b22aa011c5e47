package org.breachledger.incident.store;

import org.breachledger.incident.Facts;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the register with what the earlier stages made of it.
 *
 * @param id its number in the register
 * @param version which version of its row was read: a result for an older one is not stored; 0
 *     where it has no row yet
 * @param school the school's name
 * @param reference as written; null where none was given
 * @param facts what is known of it, the reporter excepted
 * @param breachType null where nothing points to one, or before typing
 * @param subType null where the type has none
 * @param repeatOf the reference of the incident it repeats; null where it repeats none
 * @param categoryLevel the computed Category Level; null where the number of people is unknown
 */
public record StoredIncident(
    long id,
    long version,
    String school,
    @Nullable String reference,
    Facts facts,
    @Nullable String breachType,
    @Nullable String subType,
    @Nullable String repeatOf,
    @Nullable Integer categoryLevel) {}

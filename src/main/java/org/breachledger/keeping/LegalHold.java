package org.breachledger.keeping;

import java.time.Instant;
import java.util.Optional;

/**
 * A word that nothing of an incident, or of a whole school, may be destroyed, however long it has
 * been kept. The reason stays apart.
 *
 * @param incidentId empty where the whole school is held
 * @param byRole the code of a role of the policy profile
 * @param placedAt by the clock
 */
public record LegalHold(
    long id, int schoolId, Optional<Long> incidentId, String byRole, Instant placedAt) {

  /** Whether this hold keeps a case. */
  public boolean covers(KeptCase one) {
    return incidentId.map(id -> id == one.id()).orElse(schoolId == one.schoolId());
  }
}

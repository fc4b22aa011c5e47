package org.breachledger.pipeline.replay;

import java.util.List;
import org.breachledger.casework.CaseRules;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.TypeDefinition;
import org.breachledger.normalise.TypeRules;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.store.KeptTables;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.recurrence.SchoolCalendars;
import org.breachledger.severity.SeverityRules;

/**
 * The rules as a run had them.
 *
 * @param policy the profile then in force
 * @param typeCodes all breach types, in the order of their table
 * @param cases what a decision says of an incident, and the duties with their clocks
 */
record PastRules(
    PolicyProfile policy,
    List<String> typeCodes,
    TypeRules types,
    SeverityRules severity,
    CaseRules cases,
    EvidenceRules evidence,
    SchoolCalendars calendars) {

  static PastRules of(KeptTables.InForce kept) {
    PolicyProfile policy = PolicyProfile.read(kept.tables(), kept.policy());
    return new PastRules(
        policy,
        BreachTypes.read(kept.tables()).list().stream().map(TypeDefinition::code).toList(),
        TypeRules.read(kept.tables()),
        SeverityRules.read(kept.tables(), policy),
        CaseRules.read(kept.tables(), policy),
        EvidenceRules.read(kept.tables(), policy),
        SchoolCalendars.read(kept.tables()));
  }
}

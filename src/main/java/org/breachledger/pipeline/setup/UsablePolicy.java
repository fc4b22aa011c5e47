package org.breachledger.pipeline.setup;

import org.breachledger.casework.CaseRules;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.severity.SeverityRules;

/** Reads a policy with everything it names, before the record is handed to it. */
public final class UsablePolicy {

  private UsablePolicy() {}

  /**
   * Reads the policy of that name.
   *
   * @throws org.breachledger.policy.UnknownPolicy where there is none
   * @throws org.breachledger.policy.RefusedTable where it, or a table it names, cannot be used
   */
  public static PolicyProfile read(PolicySource tables, String name) {
    PolicyProfile profile = PolicyProfile.read(tables, name);
    SeverityRules.read(tables, profile);
    CaseRules.read(tables, profile);
    EvidenceRules.read(tables, profile);
    return profile;
  }
}

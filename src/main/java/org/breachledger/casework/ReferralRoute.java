package org.breachledger.casework;

import java.util.Optional;
import org.breachledger.incident.Field;

/**
 * An occasion on which an incident goes to a role or body.
 *
 * @param line the route's name; several occasions may share it
 * @param to the role it goes to; empty for a body without a role
 * @param when the condition; empty where only the profile's list of referrals says so
 * @param must whether the policy says must; otherwise somebody has to consider it
 * @param field the moment in the record that shows it was done; empty where none does
 * @param source the paragraph
 */
record ReferralRoute(
    String line,
    String title,
    Optional<String> to,
    Optional<CaseCondition> when,
    boolean must,
    Optional<Field> field,
    String source) {

  boolean calls(KnownCase known) {
    return when.filter(condition -> condition.holds(known)).isPresent();
  }
}

package org.breachledger.reporting.store;

import java.util.Map;
import org.breachledger.incident.BreachType;

/**
 * The words papers use for codes.
 *
 * @param types title by breach type
 * @param subTypes title by sub-type
 * @param duties words by duty, in the order papers list them
 * @param roles the policy's title of a role by its code
 */
public record PaperWords(
    Map<String, String> types,
    Map<String, String> subTypes,
    Map<String, String> duties,
    Map<String, String> roles) {

  /** The title of a breach type. */
  public String type(String code) {
    return code.equals(BreachType.UNTYPED)
        ? "Type not yet decided"
        : types.getOrDefault(code, code);
  }

  /** The title of a role; its code where the policy has changed since. */
  public String role(String code) {
    return roles.getOrDefault(code, code);
  }

  /** The title of a sub-type; incidents without one are "other or not said". */
  public String subType(String code) {
    return code.isEmpty() ? "Other or not said" : subTypes.getOrDefault(code, code);
  }
}

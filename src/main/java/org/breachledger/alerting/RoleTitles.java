package org.breachledger.alerting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.policy.PolicyDocument;

/** The roles a file of recipients speaks of, with their titles. */
final class RoleTitles {

  private RoleTitles() {}

  /** Title by code, in the order of the file. */
  static Map<String, String> of(PolicyDocument file) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (PolicyDocument role : file.blocks("roles")) {
      role.allow("code", "title");
      if (!role.need("code").matches("[a-z0-9-]+")) {
        throw role.refuse("a role's code is made of small letters, digits and hyphens");
      }
      titles.put(role.need("code"), role.need("title"));
    }
    return titles;
  }
}

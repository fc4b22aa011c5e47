package org.breachledger.policy;

import java.util.Collection;
import java.util.List;

/** The roles and labels a profile speaks of; a word it did not introduce is refused. */
record PolicyWords(String file, Collection<String> roles, Collection<String> labels) {

  String role(PolicyDocument block, String role) {
    if (!roles.contains(role)) {
      throw block.refuse(
          "role \"" + role + "\" has no title; titles are given for " + String.join(", ", roles));
    }
    return role;
  }

  List<String> roles(PolicyDocument block, String key) {
    return block.list(key).stream().map(role -> role(block, role)).toList();
  }

  List<String> labels(PolicyDocument block, String key) {
    List<String> named = block.list(key);
    if (named.isEmpty()) {
      throw block.refuse("key \"" + key + "\" is missing; list one or more labels");
    }
    for (String label : named) {
      if (!labels.contains(label)) {
        throw new RefusedTable(
            file,
            block.lineOf(key),
            "label \"" + label + "\" is unknown; the labels are " + String.join(", ", labels));
      }
    }
    return named;
  }

  boolean yes(PolicyDocument block, String key) {
    return switch (block.need(key)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw block.refuse("key \"" + key + "\" must be yes or no");
    };
  }
}

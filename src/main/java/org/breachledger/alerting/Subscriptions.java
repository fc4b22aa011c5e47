package org.breachledger.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;

/**
 * The subscriptions: which role gets which paper, and how.
 *
 * @param roles the title of each role that can get a paper, by its code
 */
public record Subscriptions(Map<String, String> roles, List<Subscription> list) {

  /** Where the subscriptions stand below {@code jobs/}. */
  public static final String FILE = "alerting/subscriptions.yaml";

  private static final List<String> REPORTS = List.of("governors", "board", "working-group");
  private static final List<String> NOTHING = List.of("send", "skip");

  /** Copies both. */
  public Subscriptions {
    roles = Map.copyOf(roles);
    list = List.copyOf(list);
  }

  /**
   * Reads the subscriptions.
   *
   * @throws org.breachledger.policy.RefusedTable naming file, line and what is allowed
   */
  public static Subscriptions read(PolicySource source) {
    PolicyDocument file = PolicyDocument.read(source, FILE).allow("roles", "subscriptions");
    Map<String, String> roles = RoleTitles.of(file);
    List<Subscription> list = new ArrayList<>();
    for (PolicyDocument block : file.blocks("subscriptions")) {
      Subscription read = subscription(block, roles);
      if (list.stream().anyMatch(other -> sameTarget(other, read))) {
        throw block.refuse("this role has a subscription to this report already; keep one");
      }
      list.add(read);
    }
    return new Subscriptions(roles, list);
  }

  private static Subscription subscription(PolicyDocument block, Map<String, String> roles) {
    block.allow("report", "role", "schools", "paper", "nothing", "says");
    String role = oneOf(block, "role", roles.keySet());
    return new Subscription(
        oneOf(block, "report", REPORTS),
        role,
        roles.getOrDefault(role, role),
        block.list("schools").stream().map(FoldedText::of).collect(Collectors.toSet()),
        PaperForm.find(oneOf(block, "paper", PaperForm.codes())).orElseThrow(),
        oneOf(block, "nothing", NOTHING).equals("send"),
        block.need("says"));
  }

  private static String oneOf(PolicyDocument block, String key, Collection<String> allowed) {
    String value = block.need(key);
    if (!allowed.contains(value)) {
      throw block.refuse(
          "\"" + value + "\" is no " + key + "; allowed are " + String.join(", ", allowed));
    }
    return value;
  }

  private static boolean sameTarget(Subscription one, Subscription other) {
    boolean apart =
        !one.schools().isEmpty()
            && !other.schools().isEmpty()
            && Collections.disjoint(one.schools(), other.schools());
    return one.report().equals(other.report()) && one.role().equals(other.role()) && !apart;
  }

  /** The codes of the roles. */
  public Set<String> roleCodes() {
    return roles.keySet();
  }
}

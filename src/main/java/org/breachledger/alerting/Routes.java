package org.breachledger.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;

/**
 * The routes: which findings are told, to which roles, and how.
 *
 * @param roles the title of each role that can be told, by its code
 */
public record Routes(Map<String, String> roles, List<Route> routes) {

  /** Where the routes stand below {@code jobs/}. */
  public static final String FILE = "alerting/routes.yaml";

  /** Stands in the place of a verdict for what is told of deadlines. */
  public static final String DEADLINE = "deadline";

  /** Stands in the place of a verdict for an alert that is forwarded to be decided on. */
  public static final String FORWARDED = "forwarded";

  /** Stands in the place of a verdict for an alert nobody has acknowledged. */
  public static final String UNREAD = "unread";

  private static final String RECURRENCE = "recurrence";
  private static final List<String> FINDINGS = List.of(RECURRENCE, DEADLINE, FORWARDED, UNREAD);
  private static final int LONGEST_DAYS = 365;
  private static final List<String> PACKS = List.of("attached", "link");

  /** Copies both. */
  public Routes {
    roles = Map.copyOf(roles);
    routes = List.copyOf(routes);
  }

  /**
   * Reads the routes.
   *
   * @throws org.breachledger.policy.RefusedTable naming file, line and what is allowed
   */
  public static Routes read(PolicySource source) {
    PolicyDocument file = PolicyDocument.read(source, FILE).allow("roles", "routes");
    Map<String, String> titles = RoleTitles.of(file);
    List<Route> routes = new ArrayList<>();
    for (PolicyDocument block : file.blocks("routes")) {
      Route route = route(block, titles);
      if (routes.stream().anyMatch(other -> sameTarget(other, route))) {
        throw block.refuse("this verdict has a route to this role already; keep one");
      }
      routes.add(route);
    }
    return new Routes(titles, routes);
  }

  /** The routes of a verdict; empty where it is not told. */
  public List<Route> of(String verdict) {
    return routes.stream().filter(route -> route.verdict().equals(verdict)).toList();
  }

  /** The codes of the roles. */
  public Set<String> roleCodes() {
    return roles.keySet();
  }

  private static Route route(PolicyDocument block, Map<String, String> titles) {
    String finding = oneOf(block, "finding", FINDINGS);
    switch (finding) {
      case RECURRENCE ->
          block.allow("finding", "verdict", "role", "channel", "pack", "subject", "says", "next");
      case UNREAD ->
          block.allow("finding", "days", "role", "channel", "pack", "subject", "says", "next");
      case FORWARDED ->
          block.allow("finding", "role", "channel", "pack", "subject", "says", "next");
      default -> block.allow("finding", "role", "channel", "subject", "says", "next");
    }
    oneOf(block, "channel", Set.of("mail"));
    String role = oneOf(block, "role", titles.keySet());
    return new Route(
        finding.equals(RECURRENCE) ? block.need("verdict") : finding,
        role,
        titles.getOrDefault(role, role),
        !finding.equals(DEADLINE) && oneOf(block, "pack", PACKS).equals("attached"),
        block.need("subject"),
        block.need("says"),
        block.list("next"),
        finding.equals(UNREAD) ? days(block) : 0);
  }

  private static int days(PolicyDocument block) {
    String written = block.need("days");
    int days = written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
    if (days < 1 || days > LONGEST_DAYS) {
      throw block.refuse("key \"days\" must be a whole number from 1 to " + LONGEST_DAYS);
    }
    return days;
  }

  private static String oneOf(PolicyDocument block, String key, Collection<String> allowed) {
    String value = block.need(key);
    if (!allowed.contains(value)) {
      throw block.refuse(
          "\"" + value + "\" is no " + key + "; allowed are " + String.join(", ", allowed));
    }
    return value;
  }

  private static boolean sameTarget(Route one, Route other) {
    return one.verdict().equals(other.verdict())
        && one.role().equals(other.role())
        && one.days() == other.days();
  }
}

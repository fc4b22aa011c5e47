package org.breachledger.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/**
 * To whom incidents go under a policy profile, in the order of its table.
 *
 * @param routes one for each occasion
 */
public record ReferralRoutes(List<ReferralRoute> routes) {

  private static final Set<String> COLUMNS =
      Set.of("line", "title", "to", "when", "must", "field", "source");

  /** Copies the routes. */
  public ReferralRoutes {
    routes = List.copyOf(routes);
  }

  /**
   * Reads the table a profile names.
   *
   * @param words the subjects of decisions, whose names no route may have
   * @throws org.breachledger.policy.RefusedTable naming the line and what is allowed
   */
  public static ReferralRoutes read(
      PolicySource source, PolicyProfile profile, DecisionWords words) {
    PolicyTable table = PolicyTable.read(source, profile.tables().routes(), COLUMNS, Set.of());
    List<ReferralRoute> routes = new ArrayList<>();
    for (Row row : table.rows()) {
      if (words.subjects().contains(row.need("line"))) {
        throw row.refuse("line \"" + row.get("line") + "\" is a subject of decisions.csv already");
      }
      routes.add(route(row, profile));
    }
    return new ReferralRoutes(routes);
  }

  /** The names of the routes, in the order of the table. */
  public List<String> lines() {
    return routes.stream().map(ReferralRoute::line).distinct().toList();
  }

  /** The field that shows a route was taken; empty where none does, or there is no such route. */
  Optional<Field> field(String line) {
    return occasions(line).stream().flatMap(route -> route.field().stream()).findFirst();
  }

  List<ReferralRoute> occasions(String line) {
    return routes.stream().filter(route -> route.line().equals(line)).toList();
  }

  private static ReferralRoute route(Row row, PolicyProfile profile) {
    return new ReferralRoute(
        row.get("line"),
        row.need("title"),
        role(row, profile),
        when(row),
        must(row),
        moment(row),
        row.need("source"));
  }

  private static Optional<String> role(Row row, PolicyProfile profile) {
    String role = row.get("to");
    if (!role.isEmpty() && profile.findTitle(role).isEmpty()) {
      throw row.refuse("role \"" + role + "\" in column \"to\" has no title in " + profile.name());
    }
    return role.isEmpty() ? Optional.empty() : Optional.of(role);
  }

  private static Optional<CaseCondition> when(Row row) {
    return switch (row.need("when")) {
      case "always" -> Optional.of(new CaseCondition(List.of()));
      case "referral" -> Optional.empty();
      default -> Optional.of(CaseCondition.read(row));
    };
  }

  private static boolean must(Row row) {
    return switch (row.need("must")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw row.refuse("column \"must\" must be yes or no");
    };
  }

  private static Optional<Field> moment(Row row) {
    String name = row.get("field");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Field.find(name)
            .filter(field -> field.kind() == FieldKind.MOMENT)
            .orElseThrow(() -> row.refuse("\"" + name + "\" is no field that holds a moment")));
  }
}

package org.breachledger.severity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/** The sensitivity factors of the policy and the conditions that give them [004 6.6]. */
public final class Factors {

  private final String file;
  private final Map<String, Factor> factors;
  private final List<FactorCondition> conditions;

  private Factors(String file, Map<String, Factor> factors, List<FactorCondition> conditions) {
    this.file = file;
    this.factors = factors;
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Reads the table of factors.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a weight, a code or a
   *     condition is wrong
   */
  public static Factors read(PolicySource source, String file) {
    PolicyTable table =
        PolicyTable.read(
            source, file, Set.of("code", "weight", "words", "condition", "why"), Set.of("source"));
    Map<String, Factor> factors = new LinkedHashMap<>();
    List<PolicyTable.Row> given = new ArrayList<>();
    for (PolicyTable.Row row : table.rows()) {
      if (row.get("weight").isEmpty()) {
        given.add(row);
      } else if (factors.put(row.need("code"), factor(row)) != null) {
        throw row.refuse("factor \"" + row.get("code") + "\" is introduced twice");
      }
    }
    return new Factors(file, factors, given.stream().map(row -> condition(row, factors)).toList());
  }

  private static Factor factor(PolicyTable.Row row) {
    int weight = row.number("weight");
    if (weight < -1 || weight > 1) {
      throw row.refuse("a weight is -1 (low), 0 (medium) or 1 (high), not " + weight);
    }
    if (!row.get("condition").isEmpty()) {
      throw row.refuse("a row with a weight has no condition; write the condition in its own row");
    }
    return new Factor(row.need("code"), weight, row.need("words"), row.get("source"));
  }

  private static FactorCondition condition(PolicyTable.Row row, Map<String, Factor> factors) {
    if (!factors.containsKey(row.need("code"))) {
      throw row.refuse(
          "factor \""
              + row.get("code")
              + "\" is unknown; give it a row with a weight, or use one of "
              + String.join(", ", factors.keySet()));
    }
    return FactorCondition.read(row);
  }

  /** The table's name under {@code jobs/}. */
  public String file() {
    return file;
  }

  /** All factors in the order of the table. */
  public List<Factor> list() {
    return List.copyOf(factors.values());
  }

  /** The factor of a code; empty where the table has none. */
  public Optional<Factor> find(String code) {
    return Optional.ofNullable(factors.get(code));
  }

  /** Whether a factor says that an incident repeats another. */
  boolean saysRepeat(String code) {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition.factor().equals(code) && condition.looksAt(FactorEvidence.REPEAT));
  }

  /** The conditions that hold for an incident, in the order of the table. */
  List<FactorCondition> given(FactorEvidence evidence) {
    return conditions.stream().filter(condition -> condition.holds(evidence)).toList();
  }
}

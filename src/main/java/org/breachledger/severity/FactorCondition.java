package org.breachledger.severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.policy.PolicyTable;

/**
 * A condition on the fields of an incident that gives it a sensitivity factor.
 *
 * @param factor the factor's code
 * @param clauses all of which must hold
 * @param why what a reader is told
 */
record FactorCondition(String factor, List<Clause> clauses, String why) {

  private static final Pattern CLAUSE = Pattern.compile("([a-z_]+) *(!=|=|~) *(.+)");

  /** How a clause compares. */
  enum Comparison {
    IS,
    IS_NOT,
    CONTAINS
  }

  /**
   * One clause.
   *
   * @param values in lower case; any of them is enough
   */
  record Clause(String field, Comparison comparison, List<String> values) {

    boolean holds(FactorEvidence evidence) {
      boolean found = false;
      for (String text : evidence.values(field)) {
        found |= found(text.toLowerCase(Locale.ROOT));
      }
      return found != (comparison == Comparison.IS_NOT);
    }

    private boolean found(String text) {
      if (comparison != Comparison.CONTAINS) {
        return values.contains(text);
      }
      for (String value : values) {
        if (Naming.names(text, value)) {
          return true;
        }
      }
      return false;
    }

    boolean looksAt(String name) {
      return field.equals(name);
    }
  }

  /** Reads the condition of a row; refuses a field nobody knows and a clause nobody can read. */
  static FactorCondition read(PolicyTable.Row row) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : row.need("condition").split(" and ", -1)) {
      Matcher found = CLAUSE.matcher(part.strip());
      if (!found.matches()) {
        throw row.refuse(
            "condition \"" + part.strip() + "\" must be field=value, field!=value or field~words");
      }
      if (!FactorEvidence.knows(found.group(1))) {
        throw row.refuse(
            "field \""
                + found.group(1)
                + "\" is unknown; allowed are the incident's fields, breach_type and repeat");
      }
      clauses.add(new Clause(found.group(1), comparison(found.group(2)), values(found.group(3))));
    }
    return new FactorCondition(row.need("code"), List.copyOf(clauses), row.need("why"));
  }

  boolean holds(FactorEvidence evidence) {
    for (Clause clause : clauses) {
      if (!clause.holds(evidence)) {
        return false;
      }
    }
    return true;
  }

  boolean looksAt(String field) {
    return clauses.stream().anyMatch(clause -> clause.looksAt(field));
  }

  /** The reason in words, with the incident cited where that is what the condition found. */
  String told(FactorEvidence evidence) {
    boolean found =
        clauses.stream()
            .anyMatch(
                clause ->
                    clause.looksAt(FactorEvidence.REPEAT)
                        && clause.values().contains(FactorEvidence.FOUND));
    return found ? evidence.repeatOf().map(reference -> why + ": " + reference).orElse(why) : why;
  }

  private static Comparison comparison(String sign) {
    return switch (sign) {
      case "=" -> Comparison.IS;
      case "!=" -> Comparison.IS_NOT;
      default -> Comparison.CONTAINS;
    };
  }

  private static List<String> values(String written) {
    return Arrays.stream(written.split("\\|"))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}

package org.breachledger.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.policy.PolicyTable.Row;

/**
 * A condition on an incident: clauses that must all hold.
 *
 * @param clauses none holds always
 */
record CaseCondition(List<Clause> clauses) {

  private static final Pattern CLAUSE = Pattern.compile("([a-z_]+) *(!=|=) *(.+)");
  private static final String LEVEL = "level";
  private static final String BREACH_TYPE = "breach_type";

  /**
   * One clause.
   *
   * @param equal whether the field must be one of the values, or none of them
   * @param values in lower case
   */
  record Clause(String field, boolean equal, List<String> values) {
    boolean holds(KnownCase known) {
      Optional<String> found = value(field, known).map(text -> text.toLowerCase(Locale.ROOT));
      return found.filter(values::contains).isPresent() == equal;
    }
  }

  /** Reads the condition in column {@code when}; refuses a clause or field nobody knows. */
  static CaseCondition read(Row row) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : row.need("when").split(" and ", -1)) {
      Matcher found = CLAUSE.matcher(part.strip());
      if (!found.matches()) {
        throw row.refuse(
            "condition \""
                + part.strip()
                + "\" must be always, referral, field=value or field!=value");
      }
      String field = found.group(1);
      if (!field.equals(LEVEL) && !field.equals(BREACH_TYPE) && Field.find(field).isEmpty()) {
        throw row.refuse(
            "field \""
                + field
                + "\" is unknown; allowed are the incident's fields, level and breach_type");
      }
      clauses.add(new Clause(field, found.group(2).equals("="), values(found.group(3))));
    }
    return new CaseCondition(List.copyOf(clauses));
  }

  boolean holds(KnownCase known) {
    return clauses.stream().allMatch(clause -> clause.holds(known));
  }

  private static Optional<String> value(String field, KnownCase known) {
    return switch (field) {
      case LEVEL -> known.level().map(String::valueOf);
      case BREACH_TYPE -> known.file().breachType();
      default -> Field.find(field).flatMap(known::findText);
    };
  }

  private static List<String> values(String written) {
    return Arrays.stream(written.split("\\|"))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}

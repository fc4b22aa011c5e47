package org.breachledger.severity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;
import org.breachledger.policy.RefusedTable;

/**
 * ENISA's method of 2013 as a second opinion: SE = DPC × EI + CB, only where all three are mapped.
 */
final class EnisaMethod {

  /** The table's name under {@code jobs/}. */
  static final String FILE = "severity/enisa.csv";

  private static final String CONTEXT = "DPC";
  private static final String IDENTIFICATION = "EI";
  private static final String LEVEL = "LEVEL";
  private static final List<String> CIRCUMSTANCES =
      List.of("CONFIDENTIALITY", "INTEGRITY", "AVAILABILITY", "MALICE");

  /** The highest value each code may have. */
  private static final Map<String, BigDecimal> HIGHEST = highest();

  private final Map<String, List<Mapped>> mapped;
  private final TreeMap<BigDecimal, String> levels;

  private EnisaMethod(Map<String, List<Mapped>> mapped, TreeMap<BigDecimal, String> levels) {
    this.mapped = mapped;
    this.levels = levels;
  }

  private record Mapped(BigDecimal value, FactorCondition condition) {}

  private static Map<String, BigDecimal> highest() {
    Map<String, BigDecimal> highest = new HashMap<>();
    highest.put(CONTEXT, BigDecimal.valueOf(4));
    highest.put(IDENTIFICATION, BigDecimal.ONE);
    highest.put(LEVEL, BigDecimal.valueOf(6));
    CIRCUMSTANCES.forEach(code -> highest.put(code, new BigDecimal("0.5")));
    return highest;
  }

  /**
   * Reads the table.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a code, a value or a
   *     condition is wrong
   */
  static EnisaMethod read(PolicySource source) {
    Map<String, List<Mapped>> mapped = new HashMap<>();
    TreeMap<BigDecimal, String> levels = new TreeMap<>();
    PolicyTable table =
        PolicyTable.read(
            source, FILE, Set.of("code", "value", "condition", "why"), Set.of("source"));
    for (Row row : table.rows()) {
      BigDecimal value = value(row);
      if (!row.get("code").equals(LEVEL)) {
        mapped
            .computeIfAbsent(row.get("code"), code -> new ArrayList<>())
            .add(new Mapped(value, FactorCondition.read(row)));
      } else if (levels.put(value, row.need("why")) != null) {
        throw row.refuse("two levels begin at " + row.get("value"));
      }
    }
    if (!levels.containsKey(BigDecimal.ZERO)) {
      throw new RefusedTable(FILE, 0, "there is no LEVEL that begins at 0; write one");
    }
    return new EnisaMethod(mapped, levels);
  }

  private static BigDecimal value(Row row) {
    BigDecimal highest = HIGHEST.get(row.need("code"));
    if (highest == null) {
      throw row.refuse(
          "code \""
              + row.get("code")
              + "\" is unknown; allowed are DPC, EI, "
              + String.join(", ", CIRCUMSTANCES)
              + " and LEVEL");
    }
    try {
      BigDecimal value = new BigDecimal(row.need("value"));
      if (value.signum() >= 0 && value.compareTo(highest) <= 0) {
        return value.signum() == 0 ? BigDecimal.ZERO : value;
      }
    } catch (NumberFormatException e) {
      throw row.refuse("\"" + row.get("value") + "\" in column \"value\" is not a number");
    }
    throw row.refuse("a value of " + row.get("code") + " lies between 0 and " + highest);
  }

  /** The opinion on an incident; empty where DPC, EI or CB is not mapped. */
  Optional<SecondOpinion> find(FactorEvidence evidence) {
    Optional<Mapped> context = first(CONTEXT, evidence);
    Optional<Mapped> identification = first(IDENTIFICATION, evidence);
    List<Mapped> circumstances =
        CIRCUMSTANCES.stream().flatMap(code -> first(code, evidence).stream()).toList();
    if (context.isEmpty() || identification.isEmpty() || circumstances.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal breach =
        circumstances.stream().map(Mapped::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal value =
        SecondOpinion.value(context.get().value(), identification.get().value(), breach);
    List<String> reasons = new ArrayList<>();
    reasons.add(context.get().condition().why());
    reasons.add(identification.get().condition().why());
    circumstances.forEach(one -> reasons.add(one.condition().why()));
    return Optional.of(
        new SecondOpinion(
            context.get().value(),
            identification.get().value(),
            breach,
            Objects.requireNonNull(levels.floorEntry(value)).getValue(),
            reasons));
  }

  private Optional<Mapped> first(String code, FactorEvidence evidence) {
    return mapped.getOrDefault(code, List.of()).stream()
        .filter(one -> one.condition().holds(evidence))
        .findFirst();
  }
}

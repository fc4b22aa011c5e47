package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breachledger.incident.BreachType;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * The breach types under which incidents are counted, from {@code jobs/normalise/breach-types.csv}
 * and {@code sub-types.csv} [004 Appendix A].
 */
public final class BreachTypes {

  static final String TABLE = "normalise/breach-types.csv";
  static final String SUB_TYPES = "normalise/sub-types.csv";

  private static final Set<String> EFFECTS = Set.of("confidentiality", "integrity", "availability");

  private final Map<String, TypeDefinition> byCode;

  private BreachTypes(Map<String, TypeDefinition> byCode) {
    this.byCode = byCode;
  }

  /**
   * Reads the two tables.
   *
   * @throws org.breachledger.policy.RefusedTable where a code stands twice, a sub-type names no
   *     type or an effect is unknown
   */
  public static BreachTypes read(PolicySource source) {
    Map<String, List<SubType>> subTypes = readSubTypes(source);
    Map<String, TypeDefinition> types = new LinkedHashMap<>();
    PolicyTable table =
        PolicyTable.read(
            source,
            TABLE,
            Set.of(
                "code",
                "title",
                "definition",
                "ico_types",
                "gdpr_effect",
                "veris_action",
                "source"),
            Set.of());
    for (PolicyTable.Row row : table.rows()) {
      TypeDefinition type = type(row, subTypes);
      if (types.put(type.code(), type) != null) {
        throw row.refuse("code " + type.code() + " stands twice; a type has one row");
      }
    }
    refuseOrphans(source, types);
    return new BreachTypes(types);
  }

  private static TypeDefinition type(PolicyTable.Row row, Map<String, List<SubType>> subTypes) {
    List<String> effects = split(row.need("gdpr_effect"));
    for (String effect : effects) {
      if (!EFFECTS.contains(effect)) {
        throw row.refuse("\"" + effect + "\" is no GDPR effect; allowed are " + EFFECTS);
      }
    }
    String code = row.need("code");
    return new TypeDefinition(
        code,
        row.need("title"),
        row.need("definition"),
        split(row.get("ico_types")),
        Set.copyOf(effects),
        row.need("veris_action"),
        row.need("source"),
        subTypes.getOrDefault(code, List.of()));
  }

  private static PolicyTable subTypeTable(PolicySource source) {
    return PolicyTable.read(
        source, SUB_TYPES, Set.of("type", "code", "title", "definition"), Set.of());
  }

  private static Map<String, List<SubType>> readSubTypes(PolicySource source) {
    Map<String, List<SubType>> byType = new LinkedHashMap<>();
    for (PolicyTable.Row row : subTypeTable(source).rows()) {
      SubType subType =
          new SubType(
              row.need("code"), row.need("type"), row.need("title"), row.need("definition"));
      List<SubType> others = byType.computeIfAbsent(subType.typeCode(), type -> new ArrayList<>());
      if (others.stream().anyMatch(other -> other.code().equals(subType.code()))) {
        throw row.refuse("sub-type " + subType.code() + " stands twice under its type");
      }
      others.add(subType);
    }
    return byType;
  }

  private static void refuseOrphans(PolicySource source, Map<String, TypeDefinition> types) {
    for (PolicyTable.Row row : subTypeTable(source).rows()) {
      if (!types.containsKey(row.get("type"))) {
        throw row.refuse(
            "\"" + row.get("type") + "\" is no breach type; allowed are " + types.keySet());
      }
    }
  }

  static List<String> split(String cell) {
    return Stream.of(cell.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** All types, in the order of the table. */
  public List<TypeDefinition> list() {
    return List.copyOf(byCode.values());
  }

  /** The type of a code; empty where there is none. */
  public Optional<TypeDefinition> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The type of a code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public TypeDefinition get(String code) {
    return find(code)
        .orElseThrow(
            () -> new IllegalArgumentException("no breach type " + code + " in jobs/" + TABLE));
  }

  /** The words a governor reads for a code; the code {@code UNTYPED} has words, too. */
  public String titleOf(String code) {
    return code.equals(BreachType.UNTYPED) ? "Type not yet known" : get(code).title();
  }

  /** Whether a sub-type belongs to a type. */
  public boolean hasSubType(String typeCode, String subType) {
    return find(typeCode).stream()
        .flatMap(type -> type.subTypes().stream())
        .anyMatch(part -> part.code().equals(subType));
  }
}

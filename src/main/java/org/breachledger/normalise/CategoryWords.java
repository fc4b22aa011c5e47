package org.breachledger.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.jspecify.annotations.Nullable;

/**
 * The exact categories of our own appendix, the ICO, the NHS and other bodies, from {@code
 * jobs/normalise/vocabularies.csv}: case, spaces and punctuation do not matter, everything else
 * does.
 */
final class CategoryWords {

  static final String TABLE = "normalise/vocabularies.csv";

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Category> byKey;

  private CategoryWords(Map<String, Category> byKey) {
    this.byKey = byKey;
  }

  static CategoryWords read(PolicySource source, BreachTypes types) {
    Map<String, Category> byKey = new HashMap<>();
    types.list().forEach(type -> addOwn(byKey, type));
    Set<String> columns = Set.of("vocabulary", "category", "code", "sub_type", "one_of");
    for (PolicyTable.Row row :
        PolicyTable.read(source, TABLE, columns, Set.of("direction")).rows()) {
      Category category = category(row, types);
      Category before = byKey.put(key(row, category), category);
      if (before != null && !sameMeaning(before, category)) {
        throw row.refuse("this category stands on line " + before.line() + " with another meaning");
      }
    }
    return new CategoryWords(byKey);
  }

  private static void addOwn(Map<String, Category> byKey, TypeDefinition type) {
    Category own = new Category(type.title(), type.code(), null, List.of(), false, 0);
    byKey.put(key(type.code()), own);
    byKey.put(key(type.title()), own);
    for (SubType part : type.subTypes()) {
      Category named = new Category(part.title(), type.code(), part.code(), List.of(), false, 0);
      byKey.putIfAbsent(key(part.code()), named);
      byKey.putIfAbsent(key(part.title()), named);
    }
  }

  private static Category category(PolicyTable.Row row, BreachTypes types) {
    String code = blankAsNull(row.get("code"));
    String subType = blankAsNull(row.get("sub_type"));
    List<String> oneOf = BreachTypes.split(row.get("one_of"));
    if (code != null) {
      known(row, types, code);
      if (!oneOf.isEmpty()) {
        throw row.refuse("a row with a code needs no \"one_of\"; leave one of them empty");
      }
    }
    oneOf.forEach(other -> known(row, types, other));
    if (subType != null && (code == null || !types.hasSubType(code, subType))) {
      throw row.refuse("\"" + subType + "\" is no sub-type of " + code);
    }
    boolean inbound = row.get("direction").equals("inbound");
    return new Category(row.need("category"), code, subType, oneOf, inbound, row.line());
  }

  static void known(PolicyTable.Row row, BreachTypes types, String code) {
    if (types.find(code).isEmpty()) {
      throw row.refuse(
          "\""
              + code
              + "\" is no breach type; allowed are "
              + types.list().stream().map(TypeDefinition::code).toList());
    }
  }

  private static String key(PolicyTable.Row row, Category category) {
    String key = key(category.words());
    if (key.isEmpty()) {
      throw row.refuse("this category has no letters or digits and can never match");
    }
    return key;
  }

  private static boolean sameMeaning(Category one, Category other) {
    return java.util.Objects.equals(one.breachType(), other.breachType())
        && one.oneOf().equals(other.oneOf())
        && (one.line() == 0 || one.line() == other.line());
  }

  private static @Nullable String blankAsNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static String key(String words) {
    return BETWEEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** What an exact category means; empty where it is in no vocabulary. */
  Optional<Category> find(String category) {
    return Optional.ofNullable(byKey.get(key(category)));
  }
}

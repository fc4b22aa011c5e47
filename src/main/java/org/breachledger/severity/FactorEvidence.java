package org.breachledger.severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FirstWords;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of {@code factors.csv} look at: an incident's fields, its breach type, and
 * whether it repeats another.
 *
 * @param facts what is known of the incident
 * @param breachType its breach type's code; null where it has none
 * @param repeatOf the reference of the similar incident found in the twelve months before
 */
record FactorEvidence(Facts facts, @Nullable String breachType, Optional<String> repeatOf) {

  static final String BREACH_TYPE = "breach_type";
  static final String REPEAT = "repeat";
  static final String FOUND = "found";
  static final String DECLARED = "declared";

  /**
   * Rows read before a word was known to say no, or nothing, still hold it; so may a score file.
   */
  private static final Set<String> NOT_DECLARED =
      Set.of(
          "no",
          "n",
          "none",
          "nil",
          "false",
          "0",
          "-",
          "n/a",
          "unknown",
          "tbc",
          "tba",
          "to be confirmed",
          "to be advised",
          "n/k",
          "nk",
          "not known",
          "not yet known",
          "unsure",
          "not sure",
          "don't know",
          "don\u2019t know",
          "unclear",
          "not stated",
          "not recorded");

  static boolean knows(String field) {
    return field.equals(BREACH_TYPE) || field.equals(REPEAT) || Field.find(field).isPresent();
  }

  List<String> values(String field) {
    if (field.equals(BREACH_TYPE)) {
      return breachType == null ? List.of() : List.of(breachType);
    }
    if (field.equals(REPEAT)) {
      return repeats();
    }
    return Field.find(field).flatMap(facts::findText).map(List::of).orElse(List.of());
  }

  boolean declaredRepeat() {
    return facts
        .findText(Field.DECLARED_REPEAT)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty() && !text.endsWith("?"))
        .filter(text -> !NOT_DECLARED.contains(FirstWords.orNumber(text)))
        .filter(text -> !FirstWords.deny(text))
        .isPresent();
  }

  private List<String> repeats() {
    if (declaredRepeat()) {
      return repeatOf.isPresent() ? List.of(FOUND, DECLARED) : List.of(DECLARED);
    }
    return repeatOf.isPresent() ? List.of(FOUND) : List.of();
  }
}

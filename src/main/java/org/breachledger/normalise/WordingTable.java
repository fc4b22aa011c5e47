package org.breachledger.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wording rules of {@code jobs/normalise/wording.csv} and the marks of {@code marks.csv},
 * and refuses what stands twice, names an unknown code or can never match.
 */
final class WordingTable {

  static final String WORDING = "normalise/wording.csv";
  static final String MARKS = "normalise/marks.csv";

  /** The marks a sentence can carry. */
  static final Set<String> MARK_NAMES =
      Set.of("aside", "unsure", "near-miss", "potential", "inbound");

  private final BreachTypes types;
  private final List<String> codes;
  private final PhraseParser parser;
  private final int negation;
  private final PhraseIndex index;
  private final Map<Object, Integer> lines = new HashMap<>();
  private int rules;

  WordingTable(BreachTypes types, PhraseParser parser, PhraseIndex index, int negation) {
    this.types = types;
    this.codes = types.list().stream().map(TypeDefinition::code).toList();
    this.parser = parser;
    this.negation = negation;
    this.index = index;
  }

  void read(PolicySource source) {
    Set<String> wording = Set.of("phrase", "near", "not_near", "code", "sub_type", "points", "why");
    for (PolicyTable.Row row : PolicyTable.read(source, WORDING, wording, Set.of()).rows()) {
      CategoryWords.known(row, types, row.need("code"));
      add(row, row.get("code"), codes.indexOf(row.get("code")), points(row));
    }
    Set<String> marks = Set.of("phrase", "near", "not_near", "mark", "why");
    for (PolicyTable.Row row : PolicyTable.read(source, MARKS, marks, Set.of()).rows()) {
      if (!MARK_NAMES.contains(row.need("mark"))) {
        throw row.refuse("\"" + row.get("mark") + "\" is no mark; allowed are " + MARK_NAMES);
      }
      add(row, row.get("mark"), -1, 0);
    }
  }

  int size() {
    return rules;
  }

  private void add(PolicyTable.Row row, String gives, int type, int points) {
    Phrase phrase = parser.phrase(row);
    Nearby near = parser.nearby(row, "near");
    Nearby notNear = parser.nearby(row, "not_near");
    refuseNeverMatching(row, phrase, near, notNear);
    Integer before = lines.put(List.of(row.table(), phrase, near, notNear, gives), row.line());
    if (before != null) {
      throw row.refuse("this phrase stands on line " + before + " too, word for word by its stems");
    }
    boolean denies = phrase.steps().stream().anyMatch(step -> step.symbol() == negation);
    String table = row.table().substring(row.table().lastIndexOf('/') + 1);
    index.add(
        phrase,
        new WordingRule(
            table + " line " + row.line() + ": " + row.need("why"),
            near,
            notNear,
            gives,
            type,
            subType(row),
            points,
            denies));
    rules++;
  }

  private static void refuseNeverMatching(
      PolicyTable.Row row, Phrase phrase, Nearby near, Nearby notNear) {
    for (List<Nearby.Part> forbidden : notNear.alternatives()) {
      boolean inPhrase =
          forbidden.stream()
              .allMatch(
                  part -> phrase.steps().stream().anyMatch(step -> step.symbol() == part.symbol()));
      if (inPhrase) {
        throw row.refuse("the phrase holds what \"not_near\" forbids and can never match");
      }
    }
    if (!near.isEmpty() && notNear.alternatives().containsAll(near.alternatives())) {
      throw row.refuse("\"not_near\" forbids all that \"near\" demands; it can never match");
    }
  }

  private static int points(PolicyTable.Row row) {
    int points = row.number("points");
    if (points < 1 || points > 10) {
      throw row.refuse("points are " + points + "; write 1 (a hint) to 10 (decides alone)");
    }
    return points;
  }

  private @Nullable String subType(PolicyTable.Row row) {
    String subType = row.get("sub_type");
    if (subType.isEmpty()) {
      return null;
    }
    if (!types.hasSubType(row.get("code"), subType)) {
      throw row.refuse("\"" + subType + "\" is no sub-type of " + row.get("code"));
    }
    return subType;
  }
}

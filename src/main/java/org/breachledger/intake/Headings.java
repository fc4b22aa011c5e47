package org.breachledger.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the headings of a log are known, from {@code jobs/intake/headings.csv}. Case,
 * punctuation, small words, words in brackets and run-together words ({@code DateAware}) do not
 * matter.
 */
final class Headings {

  static final String TABLE = "intake/headings.csv";

  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern SMALL =
      Pattern.compile("\\b(?:the|a|an|of|was|were|is|has|have|been|please|if|any|applicable)\\b");

  /**
   * What one phrase means.
   *
   * @param sure whether the phrase is found in incident logs only; {@code Date} or {@code Status}
   *     alone make no log
   */
  record Meaning(Target target, boolean sure) {}

  private final Map<String, Meaning> byPhrase;

  private Headings(Map<String, Meaning> byPhrase) {
    this.byPhrase = byPhrase;
  }

  static Headings read(PolicySource source) {
    Map<String, Meaning> byPhrase = new HashMap<>();
    Set<String> columns = Set.of("phrase", "field", "part", "otherwise", "sure");
    for (PolicyTable.Row row : PolicyTable.read(source, TABLE, columns, Set.of()).rows()) {
      Meaning meaning = meaning(row);
      Meaning before = byPhrase.put(key(row.need("phrase")), meaning);
      if (before != null && !before.target().equals(meaning.target())) {
        throw row.refuse("phrase \"" + row.get("phrase") + "\" stands twice");
      }
    }
    return new Headings(byPhrase);
  }

  private static Meaning meaning(PolicyTable.Row row) {
    Field field = field(row, row.need("field"));
    Target.Part part = part(row);
    if (part == Target.Part.TIME && field.kind() != FieldKind.MOMENT) {
      throw row.refuse("\"" + field.code() + "\" holds no moment and has no part \"time\"");
    }
    Field otherwise = row.get("otherwise").isEmpty() ? null : field(row, row.get("otherwise"));
    return new Meaning(new Target(field, part, textOnly(row, otherwise)), sure(row));
  }

  private static Target.Part part(PolicyTable.Row row) {
    return switch (row.get("part").toLowerCase(Locale.ROOT)) {
      case "" -> Target.Part.WHOLE;
      case "time" -> Target.Part.TIME;
      default -> throw row.refuse("part \"" + row.get("part") + "\"; write \"time\" or nothing");
    };
  }

  private static boolean sure(PolicyTable.Row row) {
    return switch (row.get("sure")) {
      case "yes" -> true;
      case "" -> false;
      default -> throw row.refuse("sure \"" + row.get("sure") + "\"; write \"yes\" or nothing");
    };
  }

  private static @Nullable Field textOnly(PolicyTable.Row row, @Nullable Field otherwise) {
    if (otherwise != null && otherwise.kind() != FieldKind.TEXT) {
      throw row.refuse("\"otherwise\" must name a field of text");
    }
    return otherwise;
  }

  private static Field field(PolicyTable.Row row, String code) {
    return Field.find(code).orElseThrow(() -> row.refuse("field \"" + code + "\" is unknown"));
  }

  /** What a heading means; empty where no phrase of the table is written there. */
  Optional<Meaning> find(String heading) {
    Meaning whole = byPhrase.get(key(heading));
    return whole != null
        ? Optional.of(whole)
        : Optional.ofNullable(byPhrase.get(key(BRACKETS.matcher(heading).replaceAll(" "))));
  }

  /** A heading as headings are compared. */
  static String key(String heading) {
    String folded = FoldedText.of(HUMP.matcher(heading).replaceAll(" "));
    if (folded.isEmpty()) {
      return heading.strip();
    }
    String bare = SMALL.matcher(folded).replaceAll(" ").replaceAll(" +", " ").strip();
    return bare.isEmpty() ? folded : bare;
  }
}

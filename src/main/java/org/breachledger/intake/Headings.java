package org.breachledger.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
  private static final Pattern NUMBERED = Pattern.compile("^\\s*\\(?(?:\\d{1,2}|\\p{L})[.):]+\\s*");

  /** No question of a form is longer; a description is. */
  private static final int LONGEST = 500;

  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern SMALL =
      Pattern.compile("\\b(?:the|a|an|of|was|were|is|has|have|been|please|if|any|applicable)\\b");

  /**
   * What one phrase means.
   *
   * @param targets what its column feeds; at least one
   * @param sure whether the phrase is found in incident logs only; {@code Date} or {@code Status}
   *     alone make no log
   */
  record Meaning(List<Target> targets, boolean sure) {

    /** The first thing its column feeds. */
    Target target() {
      return targets.get(0);
    }
  }

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
      if (before != null && !before.targets().equals(meaning.targets())) {
        throw row.refuse("phrase \"" + row.get("phrase") + "\" stands twice");
      }
    }
    return new Headings(byPhrase);
  }

  private static Meaning meaning(PolicyTable.Row row) {
    Target.Part part = part(row);
    Field otherwise = row.get("otherwise").isEmpty() ? null : field(row, row.get("otherwise"));
    Field words = textOnly(row, otherwise);
    List<Target> targets =
        Arrays.stream(row.need("field").split(";"))
            .map(code -> new Target(field(row, code.strip(), part), part, words))
            .toList();
    return new Meaning(targets, sure(row));
  }

  private static Field field(PolicyTable.Row row, String code, Target.Part part) {
    Field field = field(row, code);
    if (!part.of(field)) {
      throw row.refuse("\"" + code + "\" has no part \"" + part.word() + "\"");
    }
    return field;
  }

  private static Target.Part part(PolicyTable.Row row) {
    String word = row.get("part").toLowerCase(Locale.ROOT);
    return Arrays.stream(Target.Part.values())
        .filter(part -> part.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                row.refuse(
                    "part \""
                        + word
                        + "\"; write time, day, month, year, some, near-miss or nothing"));
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
    if (heading.length() > LONGEST) {
      return Optional.empty();
    }
    return written(heading)
        .or(() -> written(BRACKETS.matcher(heading).replaceAll(" ")))
        .or(() -> written(bare(heading)));
  }

  /** Whether the column of some phrase is this field's own. */
  boolean feed(Field field) {
    return byPhrase.values().stream()
        .flatMap(meaning -> meaning.targets().stream())
        .anyMatch(target -> target.field() == field);
  }

  private Optional<Meaning> written(String heading) {
    return Optional.ofNullable(byPhrase.get(key(heading)));
  }

  /** Without the number of the question and without brackets. */
  private static String bare(String heading) {
    return BRACKETS.matcher(NUMBERED.matcher(heading).replaceFirst("")).replaceAll(" ");
  }

  /**
   * The part of a date that a heading such as {@code Month of incident} or {@code Incident (year)}
   * names: its last or first word is one of a part, the others name a moment.
   */
  Optional<Meaning> findPart(String heading) {
    String key = key(heading);
    int first = key.indexOf(' ');
    return first < 0 || byPhrase.containsKey(key)
        ? Optional.empty()
        : part(key.substring(key.lastIndexOf(' ') + 1), key.substring(0, key.lastIndexOf(' ')))
            .or(() -> part(key.substring(0, first), key.substring(first + 1)));
  }

  private Optional<Meaning> part(String word, String others) {
    Meaning part = byPhrase.get(word);
    if (part == null || !part.target().part().ofDate()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byPhrase.get(others))
        .or(() -> Optional.ofNullable(byPhrase.get(key("date " + others))))
        .flatMap(whole -> partOf(whole, part.target().part()));
  }

  /** That part of the moment a phrase means; empty where it means none. */
  static Optional<Meaning> partOf(Meaning whole, Target.Part part) {
    Target target = whole.target();
    boolean moment =
        target.field().kind() == FieldKind.MOMENT && target.part() == Target.Part.WHOLE;
    return moment
        ? Optional.of(new Meaning(List.of(new Target(target.field(), part, null)), whole.sure()))
        : Optional.empty();
  }

  /** A heading as headings are compared; what is too long to be one stays as it is. */
  static String key(String heading) {
    if (heading.length() > LONGEST) {
      return heading;
    }
    String folded = FoldedText.of(HUMP.matcher(heading).replaceAll(" "));
    if (folded.isEmpty()) {
      return heading.strip();
    }
    String bare = BLANKS.matcher(SMALL.matcher(folded).replaceAll(" ")).replaceAll(" ").strip();
    return bare.isEmpty() ? folded : bare;
  }
}

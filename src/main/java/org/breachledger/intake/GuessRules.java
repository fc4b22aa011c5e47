package org.breachledger.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.RefusedTable;

/**
 * When a column whose heading nobody knows is guessed from its values: how strong the evidence must
 * be, from {@code jobs/intake/reading.yaml}, and which headings give reason for which field, from
 * {@code jobs/intake/guesses.csv}.
 *
 * @param sampleRows so many rows from the first are looked at
 * @param leastValues so many of them must be filled in
 * @param clearPercent so many of the filled ones must be of one kind
 * @param uniquePercent so many of the references must be different, or all but one where that one
 *     is no more of them than {@code clearPercent} leaves over
 * @param longText from so many characters on a text is long
 * @param samples so many values are shown of each guessed column
 * @param sampleLength so many characters of each
 * @param sameLogPercent two sheets with the same headings are one log at two dates where so many of
 *     the older one's rows are in the newer
 * @param supersetPercent without references the newer speaks alone where so many are
 * @param rules in order: the first that gives reason decides
 */
record GuessRules(
    int sampleRows,
    int leastValues,
    int clearPercent,
    int uniquePercent,
    int longText,
    int samples,
    int sampleLength,
    int sameLogPercent,
    int supersetPercent,
    List<Rule> rules) {

  static final String TABLE = "intake/guesses.csv";

  private static final String FILE = "intake/reading.yaml";

  /**
   * Which headings give reason to read a column of one kind into one field.
   *
   * @param words of which one must be in the heading; one of several words where all of them are
   * @param against words none of which may be in the heading
   * @param alone when no word is needed
   */
  record Rule(
      Field field,
      ContentKind kind,
      List<Set<String>> words,
      List<Set<String>> against,
      Alone alone) {

    boolean speaksFor(String heading) {
      return within(words, heading) && !within(against, heading);
    }

    boolean speaksAgainst(String heading) {
      return within(against, heading);
    }

    private static boolean within(List<Set<String>> any, String heading) {
      Set<String> said = tokens(heading);
      return any.stream().anyMatch(said::containsAll);
    }
  }

  /** When a column is guessed whose heading has no word for it. */
  enum Alone {
    NEVER,
    /** It is the only column of its kind in the sheet. */
    ONLY,
    /** It is, and it stands before all that are known or has no heading at all. */
    FIRST
  }

  private static Set<String> tokens(String text) {
    return new HashSet<>(Arrays.asList(Headings.key(text).split(" ")));
  }

  static GuessRules read(PolicySource source) {
    PolicyDocument document = PolicyDocument.read(source, FILE);
    PolicyDocument guessing =
        document
            .block("guessing")
            .orElseThrow(
                () -> new RefusedTable(FILE, 0, "key \"guessing\" is missing; write its block"));
    guessing.allow(
        "sample_rows",
        "least_values",
        "clear_percent",
        "unique_percent",
        "long_text",
        "samples",
        "sample_length",
        "same_log_percent",
        "superset_percent");
    return new GuessRules(
        number(guessing, "sample_rows"),
        number(guessing, "least_values"),
        number(guessing, "clear_percent"),
        number(guessing, "unique_percent"),
        number(guessing, "long_text"),
        number(guessing, "samples"),
        number(guessing, "sample_length"),
        number(guessing, "same_log_percent"),
        number(guessing, "superset_percent"),
        rules(source));
  }

  private static int number(PolicyDocument block, String key) {
    try {
      int number = Integer.parseInt(block.need(key));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the sentence below says what is allowed
    }
    throw new RefusedTable(
        FILE, block.lineOf(key), "\"" + key + "\" must be a whole number above 0");
  }

  private static List<Rule> rules(PolicySource source) {
    Set<String> columns = Set.of("field", "kind", "words", "against", "alone");
    return PolicyTable.read(source, TABLE, columns, Set.of()).rows().stream()
        .map(GuessRules::rule)
        .toList();
  }

  private static Rule rule(PolicyTable.Row row) {
    Field field =
        Field.find(row.need("field"))
            .orElseThrow(() -> row.refuse("field \"" + row.get("field") + "\" is unknown"));
    return new Rule(
        field, kind(row), entries(row.get("words")), entries(row.get("against")), alone(row));
  }

  private static ContentKind kind(PolicyTable.Row row) {
    return Arrays.stream(ContentKind.values())
        .filter(kind -> kind != ContentKind.OTHER && kind.word().equals(row.need("kind")))
        .findFirst()
        .orElseThrow(
            () ->
                row.refuse(
                    "kind \""
                        + row.get("kind")
                        + "\" is unknown; write dates, answers, types, schools, references, counts"
                        + " or texts"));
  }

  private static Alone alone(PolicyTable.Row row) {
    return switch (row.get("alone")) {
      case "" -> Alone.NEVER;
      case "only" -> Alone.ONLY;
      case "first" -> Alone.FIRST;
      default ->
          throw row.refuse("alone \"" + row.get("alone") + "\"; write only, first or nothing");
    };
  }

  private static List<Set<String>> entries(String words) {
    return Arrays.stream(words.split(";"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(GuessRules::tokens)
        .toList();
  }
}

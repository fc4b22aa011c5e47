package org.breachledger.casework;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/**
 * The subjects a person can decide on and their outcomes.
 *
 * @param rows in the order of the table
 */
public record DecisionWords(List<DecisionWord> rows) {

  static final String FILE = "casework/decisions.csv";

  private static final Set<String> OWN_FORM = Set.of(Closure.SUBJECT, ScoreCorrection.SUBJECT);

  private static final Map<String, FieldKind> FROM_DECISION =
      Map.of(
          "when", FieldKind.MOMENT,
          "by", FieldKind.TEXT,
          "why", FieldKind.TEXT,
          "delay", FieldKind.TEXT);

  /** Copies the rows. */
  public DecisionWords {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the table.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line and what is allowed
   */
  public static DecisionWords read(PolicySource source) {
    PolicyTable table =
        PolicyTable.read(
            source,
            FILE,
            Set.of("subject", "title", "outcome", "words", "sets", "reason", "source"),
            Set.of());
    List<DecisionWord> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      DecisionWord word = word(row);
      if (word.outcome().equals(Decision.WITHDRAWN)) {
        throw row.refuse("outcome \"withdrawn\" is the program's own; choose another word");
      }
      if (OWN_FORM.contains(word.subject()) && !word.sets().isEmpty()) {
        throw row.refuse(
            "subject \"" + word.subject() + "\" sets its own fields; leave column \"sets\" empty");
      }
      if (find(rows, word.subject(), word.outcome()).isPresent()) {
        throw row.refuse(word.subject() + " " + word.outcome() + " stands twice");
      }
      rows.add(word);
    }
    return new DecisionWords(rows);
  }

  /** The row of a subject and outcome; empty where there is none. */
  public Optional<DecisionWord> find(String subject, String outcome) {
    return find(rows, subject, outcome);
  }

  /** The outcomes of a subject, in the order of the table; none where there is no such subject. */
  public List<DecisionWord> outcomes(String subject) {
    return rows.stream().filter(row -> row.subject().equals(subject)).toList();
  }

  /** The subjects, in the order of the table. */
  public List<String> subjects() {
    return rows.stream().map(DecisionWord::subject).distinct().toList();
  }

  /** The subjects a plain decision can be about: a closing and a score have forms of their own. */
  public List<String> plainSubjects() {
    return subjects().stream().filter(subject -> !OWN_FORM.contains(subject)).toList();
  }

  private static Optional<DecisionWord> find(
      List<DecisionWord> rows, String subject, String outcome) {
    return rows.stream()
        .filter(row -> row.subject().equals(subject) && row.outcome().equals(outcome))
        .findFirst();
  }

  private static DecisionWord word(Row row) {
    return new DecisionWord(
        row.need("subject"),
        row.need("title"),
        row.need("outcome"),
        row.need("words"),
        sets(row),
        reason(row),
        row.need("source"));
  }

  private static boolean reason(Row row) {
    return switch (row.need("reason")) {
      case "needed" -> true;
      case "optional" -> false;
      default -> throw row.refuse("column \"reason\" must be needed or optional");
    };
  }

  private static Map<Field, String> sets(Row row) {
    Map<Field, String> sets = new EnumMap<>(Field.class);
    for (String part : row.get("sets").split(";")) {
      if (!part.isBlank()) {
        String[] sides = part.strip().split("=", 2);
        Field field =
            Field.find(sides[0].strip())
                .orElseThrow(() -> row.refuse("\"" + sides[0].strip() + "\" is no field"));
        sets.put(field, value(row, field, sides.length < 2 ? "" : sides[1].strip()));
      }
    }
    return sets;
  }

  private static String value(Row row, Field field, String written) {
    FieldKind wanted = FROM_DECISION.get(written);
    boolean fits = wanted == null ? constant(field.kind(), written) : field.kind() == wanted;
    if (!fits) {
      throw row.refuse(
          "field \""
              + field.code()
              + "\" cannot be set to \""
              + written
              + "\"; allowed are when, by, why, delay, or a word of the field");
    }
    return written;
  }

  private static boolean constant(FieldKind kind, String written) {
    return switch (kind) {
      case CODE -> !written.isEmpty();
      case WHOLE -> written.matches("-?\\d{1,4}");
      case ANSWER -> Set.of("yes", "no", "unknown").contains(written);
      default -> false;
    };
  }
}

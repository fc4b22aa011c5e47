package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breachledger.calendar.London;
import org.breachledger.normalise.LearningTrial;
import org.breachledger.normalise.store.LearnedVersions.Entry;
import org.breachledger.normalise.store.TypeChange;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/** How versions of the learned types, and what they would change, are written down. */
final class LearnedTypesShown {

  private static final List<String> COLUMNS =
      List.of(
          "reference",
          "school",
          "type_now",
          "sub_type_now",
          "review_now",
          "type_then",
          "sub_type_then",
          "confidence_then",
          "review_then");

  private LearnedTypesShown() {}

  /** A version in one line. */
  static String line(Entry entry) {
    String state = entry.on() ? ", switched on" : entry.forgottenAt() != null ? ", forgotten" : "";
    return "Version "
        + entry.version()
        + " of "
        + London.dayOf(entry.madeAt())
        + state
        + ": learned from "
        + entry.examples()
        + " confirmed incidents; when it was made, "
        + entry.wouldChange()
        + " incidents would have changed type.";
  }

  /** How right it proved, in words. */
  static List<String> sentences(LearningTrial trial) {
    return List.of(
        "Each confirmed incident judged by all the others: "
            + trial.answered()
            + " of "
            + trial.examples()
            + " got a suggestion, "
            + trial.right()
            + " of these the confirmed type.",
        "Where the rules are unsure, which is where it speaks: "
            + trial.unsureAnswered()
            + " of "
            + trial.unsure()
            + " got a suggestion, "
            + trial.unsureRight()
            + " of these the confirmed type; "
            + trial.agreed()
            + " agree with the rules' guess, "
            + trial.agreedRight()
            + " of these rightly.");
  }

  /** How many go from which type to which, or only need a person or not any more. */
  static Map<String, Integer> moves(List<TypeChange> changes) {
    Map<String, Integer> moves = new TreeMap<>();
    for (TypeChange change : changes) {
      String from = change.now().findBreachType().orElse("(none)");
      String to = change.then().findBreachType().orElse("(none)");
      String review = change.then().needsReview() ? "" : ", no review";
      moves.merge(
          from.equals(to) ? from + " stays" + review : from + " → " + to + review, 1, Integer::sum);
    }
    return moves;
  }

  /** One row for each incident that would change. */
  static void write(Path file, List<TypeChange> changes) throws IOException {
    try (TableFile table = TableFile.create(file, TableFile.Format.CSV, "changes", COLUMNS)) {
      for (TypeChange change : changes) {
        table.row(
            Arrays.asList(
                change.reference() == null ? null : new Outside(change.reference()),
                new Outside(change.school()),
                change.now().breachType(),
                change.now().subType(),
                change.now().needsReview(),
                change.then().breachType(),
                change.then().subType(),
                change.then().confidence().code(),
                change.then().needsReview()));
      }
      table.done();
    }
  }

  /** A version for a program. */
  static Map<String, @Nullable Object> json(Entry entry) {
    LearningTrial trial = entry.trial();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", entry.version());
    json.put("madeAt", London.written(entry.madeAt()));
    json.put("on", entry.on());
    json.put("forgotten", entry.forgottenAt() != null);
    json.put("examples", entry.examples());
    json.put("answered", trial.answered());
    json.put("right", trial.right());
    json.put("unsure", trial.unsure());
    json.put("unsureAnswered", trial.unsureAnswered());
    json.put("unsureRight", trial.unsureRight());
    json.put("agreed", trial.agreed());
    json.put("agreedRight", trial.agreedRight());
    json.put("wouldChange", entry.wouldChange());
    json.put("sha256", entry.sha256());
    return json;
  }
}

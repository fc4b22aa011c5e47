package org.breachledger.normalise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.exchange.CsvPassThrough.Passed;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.breachledger.exchange.SafeCsv;
import org.jspecify.annotations.Nullable;

/** Adds the breach type, and why, to every row of a CSV file; all other columns pass through. */
public final class ClassifyFile {

  private static final List<String> ADDED =
      List.of("breach_type", "sub_type", "confidence", "evidence", "needs_review");

  private final TypeRules rules;

  /** By these rules. */
  public ClassifyFile(TypeRules rules) {
    this.rules = rules;
  }

  /**
   * Reads {@code in} and writes {@code out}, which must be another file.
   *
   * @param text the column with the description; null where there is none
   * @param category the column with the type as written; null where there is none
   * @throws UnreadableFile where the file is missing, empty, no CSV or lacks one of the columns
   */
  public Passed run(Path in, @Nullable String text, @Nullable String category, Path out)
      throws UnreadableFile, IOException {
    return run(in, text, category, List.of(), out);
  }

  /**
   * The same, for a file that must have other columns too.
   *
   * @param others their names
   */
  public Passed run(
      Path in, @Nullable String text, @Nullable String category, List<String> others, Path out)
      throws UnreadableFile, IOException {
    List<String> required = new ArrayList<>(others);
    Stream.of(text, category).filter(Objects::nonNull).forEach(required::add);
    return CsvPassThrough.run(in, out, required, ADDED, cells -> row(cells, text, category));
  }

  private List<String> row(
      UnaryOperator<String> cells, @Nullable String text, @Nullable String category) {
    TypeDecision decision =
        rules.decide(
            category == null ? null : cells.apply(category),
            text == null ? null : cells.apply(text));
    return List.of(
        decision.findBreachType().orElse(""),
        decision.findSubType().orElse(""),
        decision.confidence().code(),
        SafeCsv.guarded(decision.evidence()),
        Boolean.toString(decision.needsReview()));
  }
}

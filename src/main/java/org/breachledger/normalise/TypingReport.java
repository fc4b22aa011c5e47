package org.breachledger.normalise;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well the rules put labelled descriptions into types: accuracy, macro-F1, how right and how
 * frequent high confidence is, how many a person must see, and which types are taken for which.
 */
public final class TypingReport {

  private static final int FEWEST = 10;

  /** One labelled description and what the rules made of it. */
  record Judged(String label, Set<String> right, boolean lowCue, TypeDecision decision) {
    boolean correct() {
      return right.contains(decision.findBreachType().orElse(""));
    }

    /** The type to count it under: a fair second answer counts as the first. */
    String counted() {
      return correct() ? label : decision.findBreachType().orElse("(none)");
    }
  }

  private final List<Judged> all;

  private TypingReport(List<Judged> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Reads a labelled CSV file and decides every row.
   *
   * @param file has the columns {@code summary} or {@code category_text}, {@code label} and {@code
   *     also_acceptable} (joined by {@code ;}); {@code low_cue} ({@code yes}) may be absent
   */
  public static TypingReport of(TypeRules rules, Path file) throws IOException {
    List<Judged> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        all.add(judged(rules, row));
      }
    }
    return new TypingReport(all);
  }

  private static Judged judged(TypeRules rules, NamedCsvRecord row) {
    String text = row.findField("summary").orElse("");
    String category = row.findField("category_text").orElse("");
    Set<String> right = new TreeSet<>(BreachTypes.split(row.getField("also_acceptable")));
    String label = row.getField("label");
    if (!category.isEmpty()) {
      right.clear();
    }
    right.add(label);
    boolean lowCue = row.findField("low_cue").orElse("").equals("yes");
    return new Judged(label, right, lowCue, rules.decide(category, text));
  }

  /** How many descriptions there are. */
  public int size() {
    return all.size();
  }

  /** The share put into a right type, 0 to 1. */
  public double accuracy() {
    return share(all.stream().filter(Judged::correct).count(), all.size());
  }

  /** The mean F1 over the types with at least ten descriptions, 0 to 1. */
  public double macroF1() {
    return labels().entrySet().stream()
        .filter(entry -> entry.getValue() >= FEWEST)
        .mapToDouble(entry -> f1(entry.getKey()))
        .average()
        .orElse(0);
  }

  /** The F1 of one type, 0 to 1. */
  public double f1(String type) {
    long hit = all.stream().filter(one -> one.label().equals(type) && one.correct()).count();
    long said = all.stream().filter(one -> one.counted().equals(type)).count();
    long labelled = all.stream().filter(one -> one.label().equals(type)).count();
    return share(2 * hit, said + labelled);
  }

  /** The share of high confidence that is right, 0 to 1. */
  public double highRight() {
    List<Judged> high = high();
    return share(high.stream().filter(Judged::correct).count(), high.size());
  }

  /** The share of descriptions with high confidence, 0 to 1. */
  public double highCoverage() {
    return share(high().size(), all.size());
  }

  /** The share a person must see, 0 to 1. */
  public double review() {
    return share(all.stream().filter(one -> one.decision().needsReview()).count(), all.size());
  }

  /** The share a person must see of those that do not say what happened, 0 to 1. */
  public double lowCueReview() {
    List<Judged> low = all.stream().filter(Judged::lowCue).toList();
    return share(low.stream().filter(one -> one.decision().needsReview()).count(), low.size());
  }

  private List<Judged> high() {
    return all.stream().filter(one -> one.decision().confidence() == Confidence.HIGH).toList();
  }

  private Map<String, Integer> labels() {
    Map<String, Integer> labels = new TreeMap<>();
    all.forEach(one -> labels.merge(one.label(), 1, Integer::sum));
    return labels;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  List<Judged> list() {
    return all;
  }

  /** The figures and the table of what was taken for what, in lines. */
  public String written() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%d descriptions: accuracy %.4f, macro-F1 %.4f; high right %.4f covering %.4f;"
                + " review %.4f, of the low-cue ones %.4f%n",
            size(),
            accuracy(),
            macroF1(),
            highRight(),
            highCoverage(),
            review(),
            lowCueReview()));
    Map<String, Map<String, Integer>> table = new TreeMap<>();
    for (Judged one : all) {
      table
          .computeIfAbsent(one.label(), label -> new TreeMap<>())
          .merge(one.counted(), 1, Integer::sum);
    }
    table.forEach(
        (label, taken) ->
            out.append(
                String.format(
                    Locale.ROOT, "  %-30s F1 %.3f  taken for %s%n", label, f1(label), taken)));
    return out.toString();
  }
}

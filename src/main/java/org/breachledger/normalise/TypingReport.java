package org.breachledger.normalise;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breachledger.exchange.TextEncoding;

/**
 * How well the rules put labelled descriptions into types: accuracy, macro-F1, how right and how
 * frequent high confidence is, how many a person must see, and which types are taken for which.
 */
public final class TypingReport {

  private static final int FEWEST = 10;
  static final String NO_TYPE = "(none)";

  /** One labelled description and what the rules made of it. */
  record Judged(String label, Set<String> right, boolean lowCue, TypeDecision decision) {
    boolean correct() {
      return right.contains(decision.findBreachType().orElse(""));
    }

    /** The type to count it under: a fair second answer counts as the first. */
    String counted() {
      return correct() ? label : decision.findBreachType().orElse(NO_TYPE);
    }
  }

  private final List<Judged> all;
  private final List<String> codes;

  private TypingReport(List<Judged> all, List<String> codes) {
    this.all = List.copyOf(all);
    this.codes = List.copyOf(codes);
  }

  /**
   * Which columns of a labelled file hold what; one that is not there is empty.
   *
   * @param text the descriptions
   * @param category the types as written
   * @param label the right types
   */
  public record Columns(String text, String category, String label) {}

  /**
   * Reads a labelled CSV file and decides every row.
   *
   * @param file has columns of these names; a fair second answer stands in {@code also_acceptable}
   *     (joined by {@code ;}), {@code yes} for too few words in {@code low_cue}, where it has them
   */
  public static TypingReport of(TypeRules rules, Path file, Columns columns) throws IOException {
    List<Judged> all = new ArrayList<>();
    TextEncoding encoding = TextEncoding.find(file);
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(encoding.open(file), encoding.charset())) {
      for (NamedCsvRecord row : reader) {
        all.add(judged(rules, row, columns));
      }
    }
    return new TypingReport(all, rules.codes());
  }

  private static Judged judged(TypeRules rules, NamedCsvRecord row, Columns columns) {
    String text = row.findField(columns.text()).orElse("");
    String category = row.findField(columns.category()).orElse("");
    Set<String> right = new TreeSet<>();
    String label = row.findField(columns.label()).orElse("").strip();
    if (!text.isEmpty()) {
      right.addAll(BreachTypes.split(row.findField("also_acceptable").orElse("")));
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

  /**
   * The figures and the table of what was taken for what, in lines; labels that are no type's code
   * are named, because nothing can be right there.
   */
  public String written() {
    return WrittenReport.of(this);
  }

  /** The labels that are no code of {@code breach-types.csv}, each once; a blank one is fine. */
  Set<String> unknownLabels() {
    Set<String> unknown = new TreeSet<>(labels().keySet());
    unknown.removeAll(codes);
    unknown.remove("");
    return unknown;
  }

  /** How often each label was taken for which type; a fair second answer counts as the label. */
  public Map<String, Map<String, Integer>> confusion() {
    Map<String, Map<String, Integer>> table = new TreeMap<>();
    for (Judged one : all) {
      table
          .computeIfAbsent(one.label(), label -> new TreeMap<>())
          .merge(one.counted(), 1, Integer::sum);
    }
    return table;
  }
}

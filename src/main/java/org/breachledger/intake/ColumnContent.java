package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.IndividualsText;
import org.breachledger.intake.GridCell.Kind;
import org.breachledger.intake.WordLists.Name;

/** What the values of one column are, as far as its first rows show. */
final class ColumnContent {

  private static final Pattern CODE =
      Pattern.compile("(?=.{2,24}$)(?=.*\\d)(?=.*[\\p{L}/_-])[\\p{L}\\d]+(?:[./_-][\\p{L}\\d]+)*");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final Pattern DIGITS = Pattern.compile("[\\d.,]+");
  private static final int WORDS_OF_A_TEXT = 4;
  private static final int LEAST_NAMES = 3;

  private final Vocabulary vocabulary;
  private final Map<ContentKind, Integer> counts = new EnumMap<>(ContentKind.class);
  private final Set<String> different = new HashSet<>();
  private final List<String> samples = new ArrayList<>();
  private int filled;
  private int years;
  private int numbers;

  ColumnContent(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void see(GridCell cell) {
    String text = cell.text();
    if (cell.blank() || vocabulary.words().has(Name.BLANK, text)) {
      return;
    }
    filled++;
    numbers += DIGITS.matcher(text).matches() ? 1 : 0;
    years += YEAR.matcher(text).matches() ? 1 : 0;
    if (different.add(text) && samples.size() < vocabulary.guesses().samples()) {
      samples.add(text);
    }
    counts.merge(kind(cell, text), 1, Integer::sum);
    if (school(text)) {
      counts.merge(ContentKind.SCHOOLS, 1, Integer::sum);
    }
  }

  /** A school's name may be anything; so it is looked for beside the other kinds. */
  private boolean school(String text) {
    return vocabulary.names().schools().contains(FoldedText.of(text))
        || (text.length() <= 80
            && text.contains(" ")
            && vocabulary.words().hasWithin(Name.SCHOOL, text)
            && !vocabulary.words().hasWithin(Name.NO_SCHOOL, text));
  }

  private ContentKind kind(GridCell cell, String text) {
    if (cell.kind() == Kind.ERROR) {
      return ContentKind.OTHER;
    }
    boolean digits = DIGITS.matcher(text).matches();
    if (cell.kind() == Kind.DATE || (!digits && MomentText.parse(text).isPresent())) {
      return ContentKind.DATES;
    }
    if (!digits && vocabulary.words().has(Name.ANSWER, text)) {
      return ContentKind.ANSWERS;
    }
    if (vocabulary.names().types().contains(FoldedText.of(text))) {
      return ContentKind.TYPES;
    }
    if (IndividualsText.parse(text).isPresent()) {
      return ContentKind.COUNTS;
    }
    if (CODE.matcher(text).matches()) {
      return ContentKind.REFERENCES;
    }
    boolean words = text.split("\\s+", WORDS_OF_A_TEXT + 1).length >= WORDS_OF_A_TEXT;
    return words && text.length() >= vocabulary.guesses().longText()
        ? ContentKind.TEXTS
        : ContentKind.OTHER;
  }

  /** What its values clearly are. */
  ContentKind kind() {
    GuessRules rules = vocabulary.guesses();
    if (filled < rules.leastValues()) {
      return ContentKind.OTHER;
    }
    ContentKind clear =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() * 100 >= filled * rules.clearPercent())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(ContentKind.OTHER);
    boolean refuted =
        (clear == ContentKind.REFERENCES && !unique(rules))
            || (clear == ContentKind.COUNTS && years == filled);
    return refuted ? ContentKind.OTHER : clear;
  }

  /** In a small file one row that stands twice is more than the percentage allows. */
  private boolean unique(GuessRules rules) {
    boolean oneTwice =
        different.size() == filled - 1 && different.size() * 100 >= filled * rules.clearPercent();
    return oneTwice || different.size() * 100 >= filled * rules.uniquePercent();
  }

  boolean empty() {
    return filled == 0;
  }

  /** Whether several names stand there and none twice. */
  boolean eachOnce() {
    return filled >= LEAST_NAMES && different.size() == filled && numbers < filled;
  }

  boolean numbersOnly() {
    return numbers == filled;
  }

  /** Its first different values, cut short. */
  List<String> samples() {
    int longest = vocabulary.guesses().sampleLength();
    return samples.stream()
        .map(text -> text.replaceAll("\\s+", " "))
        .map(text -> text.length() > longest ? text.substring(0, longest - 1).strip() + "…" : text)
        .toList();
  }
}

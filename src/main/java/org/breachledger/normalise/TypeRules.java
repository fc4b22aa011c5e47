package org.breachledger.normalise;

import java.util.List;
import java.util.Optional;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * Puts an incident into one of Appendix A's breach types, from the category and the description its
 * row gives: an exact category first, then the wording rules [004 Appendix A].
 *
 * <p>Immutable in all that matters and safe for many threads; reading the tables is the dear part,
 * so keep one.
 */
public final class TypeRules {

  private final List<String> codes;
  private final CategoryWords categories;
  private final WordReader reader;
  private final Lexicon lexicon;
  private final PhraseFinder phrases;
  private final TypingSettings settings;

  private TypeRules(
      BreachTypes types,
      CategoryWords categories,
      WordNumbers numbers,
      Lexicon lexicon,
      PhraseFinder phrases,
      TypingSettings settings) {
    this.codes = types.list().stream().map(TypeDefinition::code).toList();
    this.categories = categories;
    this.reader = new WordReader(numbers::find);
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.settings = settings;
  }

  /**
   * Reads the tables of {@code jobs/normalise}.
   *
   * @throws org.breachledger.policy.RefusedTable with file and line, where a row stands twice,
   *     names an unknown code or can never match
   */
  public static TypeRules read(PolicySource source) {
    BreachTypes types = BreachTypes.read(source);
    WordNumbers numbers = new WordNumbers(WordForms.read(source));
    WordGroups groups = WordGroups.read(source);
    groups.words(WordGroups.IGNORED).forEach(numbers::ignore);
    Lexicon lexicon = new Lexicon(numbers);
    int no = lexicon.symbol(groups.words(WordGroups.NEGATION));
    lexicon.passOver(lexicon.symbol(groups.words(WordGroups.HARMLESS)));
    PhraseIndex phrases = new PhraseIndex(no);
    PhraseParser parser = new PhraseParser(groups, lexicon, phrases);
    new WordingTable(types, parser, phrases, no).read(source);
    return new TypeRules(
        types,
        CategoryWords.read(source, types),
        numbers,
        lexicon,
        phrases.finder(lexicon),
        TypingSettings.read(source));
  }

  /**
   * The breach type of an incident, and whether a person must look at it.
   *
   * @param category the type as its sheet writes it; null or blank where it gives none. Words in no
   *     vocabulary are read like the first sentence of the description
   * @param text the description; null or blank where there is none
   */
  public TypeDecision decide(@Nullable String category, @Nullable String text) {
    String words = text == null ? "" : text.strip();
    String named = category == null ? "" : category.strip();
    if (named.isEmpty()) {
      return byText(words, List.of(), "");
    }
    Optional<Category> known = categories.find(named);
    if (known.isEmpty()) {
      return byText(named + (words.isEmpty() ? "" : ".\n" + words), List.of(), "");
    }
    Category exact = known.get();
    String said = "category \"" + named + "\"";
    return exact.breachType() == null
        ? unmapped(exact, words, said)
        : byCategory(exact, exact.breachType(), words, said);
  }

  /** The codes of the breach types, in the table's order. */
  List<String> codes() {
    return codes;
  }

  /** What a category of a known vocabulary means; empty for words in none. */
  Optional<Category> category(String named) {
    return categories.find(named.strip());
  }

  private TypeDecision unmapped(Category exact, String words, String said) {
    if (words.isEmpty()) {
      String evidence = said + " names no type by itself";
      return new TypeDecision(
          null, null, Confidence.LOW, evidence, true, Optional.empty(), Optional.empty(), false);
    }
    return byText(words, exact.oneOf(), said + " leaves it to the description; ");
  }

  private TypeDecision byCategory(Category exact, String type, String words, String said) {
    TypeDecision told = byText(words, List.of(), "");
    boolean disagrees =
        told.breachType() != null
            && !told.breachType().equals(type)
            && told.confidence() != Confidence.LOW;
    boolean agrees = type.equals(told.breachType());
    String subType = exact.subType() == null && agrees ? told.subType() : exact.subType();
    String evidence =
        said + " is " + type + (words.isEmpty() ? "" : "; description: " + told.evidence());
    return new TypeDecision(
        type,
        subType,
        disagrees ? Confidence.MEDIUM : Confidence.HIGH,
        disagrees ? evidence + "; they disagree" : evidence,
        disagrees,
        exact.inbound() ? Optional.of("inbound") : told.direction(),
        told.status(),
        exact.inbound());
  }

  private TypeDecision byText(String words, List<String> oneOf, String before) {
    Reading reading = read(words);
    return decided(reading, tally(reading), oneOf, before);
  }

  private Reading read(String words) {
    return reader.read(words, settings.mostWords());
  }

  /** What each rule says of a description; for measuring the rules. */
  Tally tally(String words) {
    return tally(read(words));
  }

  private Tally tally(Reading reading) {
    Occurrences found = lexicon.find(reading);
    Sighting seen = phrases.find(reading, found);
    Telling telling = Telling.of(seen, reading.sentenceCount(), settings);
    return Tally.of(seen, telling, codes.size());
  }

  private TypeDecision decided(Reading reading, Tally tally, List<String> oneOf, String before) {
    String type = tally.best() < 0 ? null : codes.get(tally.best());
    Confidence sure = confidence(tally);
    boolean outside = type != null && !oneOf.isEmpty() && !oneOf.contains(type);
    if (outside && sure == Confidence.HIGH) {
      sure = Confidence.MEDIUM;
    }
    return new TypeDecision(
        type,
        tally.subType(),
        sure,
        before
            + Evidence.of(reading, tally, codes)
            + (outside ? "; category and description disagree" : ""),
        sure != Confidence.HIGH,
        tally.isMarked("inbound") ? Optional.of("inbound") : Optional.empty(),
        status(tally),
        false);
  }

  /** One strong cue and a margin make a type sure, unless the words leave open what happened. */
  private Confidence confidence(Tally tally) {
    Tally.Counted strongest = tally.strongest(tally.best());
    if (strongest == null || tally.isMarked("unsure")) {
      return Confidence.LOW;
    }
    return settings.confidence(strongest.points(), tally.margin());
  }

  private static Optional<String> status(Tally tally) {
    if (tally.isMarked("near-miss")) {
      return Optional.of("near-miss");
    }
    return tally.isMarked("potential") ? Optional.of("potential") : Optional.empty();
  }
}

package org.breachledger.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of evidence: what a person confirmed, an exact category, the wording rules, and, only
 * where these leave the type open, what was learned from confirmed incidents.
 *
 * <p>A learned type is of low confidence and always needs review. Once it has proved itself on the
 * confirmed incidents, one that is the rules' own guess, too, is of medium confidence and needs
 * none: two weak signs of different origin agree, and how often such agreement is right has been
 * measured. Never high, and never without review where only one of the two speaks: persons confirm
 * what they happened to look at, so the measure says too little about the rest.
 */
public final class Typing {

  private final TypeRules rules;
  private final @Nullable LearnedVersion learned;

  private Typing(TypeRules rules, @Nullable LearnedVersion learned) {
    this.rules = rules;
    this.learned = learned;
  }

  /** By category and wording rules alone. */
  public static Typing byRules(TypeRules rules) {
    return new Typing(rules, null);
  }

  /** With learned types behind the rules. */
  public static Typing with(TypeRules rules, LearnedVersion learned) {
    return new Typing(rules, learned);
  }

  /**
   * The breach type of an incident nobody confirmed.
   *
   * @param category the type as its sheet writes it; null or blank where it gives none
   * @param text the description; null or blank where there is none
   */
  public TypeDecision decide(@Nullable String category, @Nullable String text) {
    TypeDecision ruled = rules.decide(category, text);
    if (learned == null || !leavesOpen(ruled, category, text)) {
      return ruled;
    }
    return learned
        .types()
        .suggest(category, text)
        .filter(said -> mayBe(said.breachType(), category))
        .map(said -> suggested(said, ruled, learned))
        .orElse(ruled);
  }

  /**
   * The breach type a person confirmed: it stands against everything, but a person is asked again
   * where words were written since that would be typed otherwise.
   *
   * @param person with the words that person saw, for which alone she vouches
   * @param on the London day of the confirmation
   */
  public TypeDecision confirmed(
      ConfirmedType person, LocalDate on, @Nullable String category, @Nullable String text) {
    TypeDecision ruled = rules.decide(category, text);
    TypeDecision seen =
        person.saw(category, text) ? ruled : rules.decide(person.category(), person.text());
    boolean again = saysOtherwise(ruled, seen, person);
    return new TypeDecision(
        person.breachType(),
        person.subType(),
        again ? Confidence.MEDIUM : Confidence.HIGH,
        "confirmed by a person on "
            + on
            + (again ? "; of what was written since: " : "; without that: ")
            + ruled.evidence(),
        again,
        ruled.direction(),
        ruled.status(),
        ruled.direction().equals(seen.direction()) && ruled.status().equals(seen.status()));
  }

  /** A part of the type nobody named is no contradiction. */
  private static boolean saysOtherwise(
      TypeDecision ruled, TypeDecision seen, ConfirmedType person) {
    String type = ruled.breachType();
    String part = ruled.subType();
    boolean same = person.breachType().equals(type);
    boolean otherType = type != null && !same && !type.equals(seen.breachType());
    boolean otherPart =
        same
            && part != null
            && person.subType() != null
            && !part.equals(person.subType())
            && !part.equals(seen.subType());
    return otherType || otherPart;
  }

  /** Whether the rules are unsure or silent, and the category is none that must stay unmapped. */
  boolean leavesOpen(TypeDecision ruled, @Nullable String category, @Nullable String text) {
    boolean told = text != null && !text.isBlank();
    return ruled.confidence() == Confidence.LOW
        && (told || category != null && rules.category(category).isEmpty());
  }

  /** A category that names some types to choose from excludes the others. */
  private boolean mayBe(String type, @Nullable String category) {
    List<String> oneOf =
        Optional.ofNullable(category)
            .flatMap(rules::category)
            .map(Category::oneOf)
            .orElse(List.of());
    return oneOf.isEmpty() || oneOf.contains(type);
  }

  private static TypeDecision suggested(
      Suggestion said, TypeDecision ruled, LearnedVersion learned) {
    boolean agrees = said.breachType().equals(ruled.breachType());
    boolean sure = agrees && learned.types().isProven();
    String subType = said.subType() == null && agrees ? ruled.subType() : said.subType();
    return new TypeDecision(
        said.breachType(),
        subType,
        sure ? Confidence.MEDIUM : Confidence.LOW,
        learned.origin()
            + ": "
            + Math.round(said.share() * 100)
            + " % of what the most similar say; rules: "
            + ruled.evidence(),
        !sure,
        ruled.direction(),
        ruled.status(),
        ruled.vouched());
  }
}

package org.breachledger.severity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.ScoreLabel;
import org.breachledger.severity.Severity.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Assesses the severity of an incident: scale by the number of individuals, changed by sensitivity
 * factors [004 6, Appendix B].
 *
 * <p>Each factor counts once; opposite factors both count and are shown. The score a school
 * declared never changes the computed one; it is compared with it.
 */
public final class SeverityRules {

  static final String FACTORS_COLUMN = "factors column";
  private static final SortedSet<String> NONE = Collections.emptySortedSet();
  static final String BY_PERSON = "added by a person";

  private final PolicyProfile profile;
  private final Bands bands;
  private final Factors factors;
  private final EnisaMethod second;

  /** Rules of a profile with its tables, and the second opinion beside them. */
  private SeverityRules(PolicyProfile profile, Bands bands, Factors factors, EnisaMethod second) {
    this.profile = profile;
    this.bands = bands;
    this.factors = factors;
    this.second = second;
  }

  /**
   * Reads the tables a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming file and line, where one is wrong
   */
  public static SeverityRules read(PolicySource source, PolicyProfile profile) {
    return new SeverityRules(
        profile,
        Bands.read(source, profile.tables().bands()),
        Factors.read(source, profile.tables().factors()),
        EnisaMethod.read(source));
  }

  /**
   * Scores an incident.
   *
   * @param breachType its breach type's code; null where it has none
   * @param repeatOf the reference of the similar incident it repeats
   */
  public Severity score(Facts facts, @Nullable String breachType, Optional<String> repeatOf) {
    FactorEvidence evidence = new FactorEvidence(facts, breachType, repeatOf);
    List<String> gaps = new ArrayList<>();
    Map<String, List<String>> sources = new LinkedHashMap<>();
    codes(facts, Field.FACTORS).forEach(code -> add(code, FACTORS_COLUMN, sources, gaps));
    codes(facts, Field.FACTORS_ADDED).forEach(code -> add(code, BY_PERSON, sources, gaps));
    for (FactorCondition condition : factors.given(evidence)) {
      sources
          .computeIfAbsent(condition.factor(), code -> new ArrayList<>())
          .add(condition.told(evidence));
    }
    List<String> ruledOut = ruledOut(facts, sources);
    Severity scored = assess(facts, sources, gaps);
    return new Severity(
        scored.figures(),
        scored.provisional(),
        scored.reasons(),
        scored.upperBound(),
        scored.gaps(),
        Stream.concat(disagreements(scored, evidence).stream(), ruledOut.stream()).toList(),
        second.find(evidence));
  }

  /** The factors table these rules use. */
  public Factors factors() {
    return factors;
  }

  private void add(
      String written, String by, Map<String, List<String>> sources, List<String> gaps) {
    String code = written.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    if (factors.find(code).isPresent()) {
      given(code, by, sources);
    } else {
      gaps.add("factor \"" + written.strip() + "\" is not in " + factors.file() + ": not counted");
    }
  }

  private static void given(String code, String by, Map<String, List<String>> sources) {
    List<String> known = sources.computeIfAbsent(code, ignored -> new ArrayList<>());
    if (!known.contains(by)) {
      known.add(by);
    }
  }

  /** Takes away what a person ruled out, and says so where something on record gives it. */
  private static List<String> ruledOut(Facts facts, Map<String, List<String>> sources) {
    List<String> said = new ArrayList<>();
    for (String code : codes(facts, Field.FACTORS_RULED_OUT)) {
      List<String> gave = sources.remove(code);
      if (gave != null) {
        said.add("factor " + code + " (" + String.join("; ", gave) + ") was ruled out by a person");
      }
    }
    return said;
  }

  private static Collection<String> codes(Facts facts, Field field) {
    return facts.find(field).map(Codes.class::cast).map(Codes::codes).orElse(NONE);
  }

  private Severity assess(Facts facts, Map<String, List<String>> sources, List<String> gaps) {
    Optional<Individuals> individuals = facts.findIndividuals();
    List<SeverityReason> reasons =
        factors.list().stream()
            .filter(factor -> sources.containsKey(factor.code()))
            .map(
                factor ->
                    new SeverityReason(factor, sources.getOrDefault(factor.code(), List.of())))
            .toList();
    if (individuals.isEmpty()) {
      gaps.add("number of individuals unknown: no score");
    }
    boolean provisional = reasons.isEmpty() && facts.find(Field.FACTORS_ADDED).isEmpty();
    if (provisional) {
      gaps.add("no factor recorded: the score is the baseline, provisional");
    }
    return new Severity(
        individuals.map(people -> figures(people.upper(), reasons)),
        provisional,
        reasons,
        individuals.filter(people -> !people.exact()).map(SeverityRules::upperBound),
        gaps,
        List.of(),
        Optional.empty());
  }

  private Figures figures(int people, List<SeverityReason> reasons) {
    int baseline = bands.baseline(people);
    int adjustment = reasons.stream().mapToInt(reason -> reason.factor().weight()).sum();
    ScoreLabel label = profile.label(baseline + adjustment);
    return new Figures(people, baseline, adjustment, label.level(), label.label());
  }

  private static String upperBound(Individuals people) {
    return (people.lower() == 0
            ? "up to " + people.upper()
            : people.lower() + " to " + people.upper())
        + " people: scored on the upper bound, "
        + people.upper();
  }

  private List<String> disagreements(Severity scored, FactorEvidence evidence) {
    List<String> found = new ArrayList<>();
    Facts facts = evidence.facts();
    scored.score().ifPresent(score -> differs("score", facts, Field.DECLARED_SCORE, score, found));
    scored
        .categoryLevel()
        .ifPresent(level -> differs("Category Level", facts, Field.DECLARED_LEVEL, level, found));
    boolean repeat = scored.factorCodes().stream().anyMatch(factors::saysRepeat);
    if (repeat && evidence.repeatOf().isEmpty()) {
      found.add("declared as a repeat, but no similar incident of the 12 months before was found");
    }
    return found;
  }

  private static void differs(
      String what, Facts facts, Field field, int computed, List<String> found) {
    facts
        .findWhole(field)
        .filter(declared -> declared != computed)
        .ifPresent(
            declared -> found.add(what + " declared " + declared + ", computed " + computed));
  }
}

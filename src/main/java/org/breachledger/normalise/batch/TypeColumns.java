package org.breachledger.normalise.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Facts;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.normalise.CountedFacts;
import org.breachledger.normalise.TypeDecision;
import org.jspecify.annotations.Nullable;

/** A type with its evidence, and what the comparison and the search for repeats count by. */
public final class TypeColumns {

  /** In the order of {@link #values}. */
  public static final StageColumns COLUMNS =
      StageColumns.of(
          "breach_type", "text",
          "sub_type", "text",
          "type_confidence", "text",
          "type_evidence", "text",
          "needs_review", "boolean",
          "read_status", "text",
          "read_direction", "text",
          "counted_as", "text",
          "day", "date",
          "day_from", "text",
          "counted_anew_on", "date",
          "repeat_from", "date",
          "registered_at", "timestamptz",
          "reference_key", "text");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private TypeColumns() {}

  /**
   * The values of one incident.
   *
   * @param facts as its sheets and persons tell them, without what an earlier reading of its words
   *     added
   * @param reference as written; null where none was given
   * @param asOf the London day of the as-of: what lies after it has not happened yet
   */
  public static List<@Nullable String> values(
      Facts facts, @Nullable String reference, TypeDecision decision, LocalDate asOf) {
    CountedFacts counted = CountedFacts.of(facts, decision, asOf);
    CountingDay day = counted.day().orElse(null);
    return Arrays.asList(
        decision.breachType(),
        decision.subType(),
        decision.confidence().name().toLowerCase(Locale.ROOT),
        evidence(decision, counted),
        Boolean.toString(needsReview(decision, counted)),
        CountedFacts.status(facts, decision).orElse(null),
        decision.direction().orElse(null),
        counted.countedAs().code(),
        day == null ? null : day.day().toString(),
        day == null ? null : day.from().code(),
        counted.countedAnewOn().map(LocalDate::toString).orElse(null),
        day == null ? null : repeatFrom(day.day()).toString(),
        counted.registered().map(Instant::toString).orElse(null),
        ordered(reference));
  }

  private static boolean needsReview(TypeDecision decision, CountedFacts counted) {
    return decision.needsReview() || counted.byWordsAlone() || counted.contradicted();
  }

  private static String evidence(TypeDecision decision, CountedFacts counted) {
    if (counted.byWordsAlone()) {
      return decision.evidence() + "; its words alone make it " + counted.countedAs().code();
    }
    return counted.contradicted()
        ? decision.evidence() + "; its words say otherwise than its columns, which count"
        : decision.evidence();
  }

  /** A similar incident in the twelve months before makes this one a repeat [004 Appendix B]. */
  private static LocalDate repeatFrom(LocalDate day) {
    return day.minusMonths(12);
  }

  private static String ordered(@Nullable String reference) {
    return reference == null
        ? ""
        : DIGITS.matcher(reference).replaceAll(TypeColumns::padded).toLowerCase(Locale.ROOT);
  }

  private static String padded(MatchResult digits) {
    return "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group();
  }
}

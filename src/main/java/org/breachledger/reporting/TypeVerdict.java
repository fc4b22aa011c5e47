package org.breachledger.reporting;

import java.util.Comparator;
import java.util.List;
import org.breachledger.recurrence.ComparedCounts;
import org.breachledger.recurrence.Verdict;

/**
 * One breach type in both halves, with the verdict and its evidence.
 *
 * @param title the type's title, as the table of breach types gives it
 * @param previous all counted incidents of the half before
 * @param current all counted incidents of this half
 * @param compared the counts the verdict is about
 * @param evidence what the numbers can and cannot show, one or two short sentences made of numbers
 */
public record TypeVerdict(
    String title,
    int previous,
    int current,
    ComparedCounts compared,
    HalfVerdict verdict,
    String evidence) {

  private static final int LONGEST = 260;
  private static final String REST = " \u2026 (in full in the export of the comparison)";

  /** Refuses counts below zero. */
  public TypeVerdict {
    Words.notNegative(previous, current);
  }

  /** Where no school is left out. */
  public TypeVerdict(
      String title, int previous, int current, HalfVerdict verdict, String evidence) {
    this(title, previous, current, ComparedCounts.ofAll(previous, current), verdict, evidence);
  }

  /** The counts to name beside the verdict: those it compares; all where it is withheld. */
  public ComparedCounts judged() {
    return verdict == HalfVerdict.INSUFFICIENT_DATA
        ? ComparedCounts.ofAll(previous, current)
        : compared;
  }

  /** Whether there was an incident of this type in either half. */
  public boolean happened() {
    return previous + current > 0;
  }

  /**
   * The verdict in words; where the counts of all schools would say otherwise, also whom it speaks
   * of.
   */
  public String verdictWords() {
    boolean obvious = Verdict.of(previous, current).name().equals(verdict.name());
    return verdict.words() + (judged().ofSome() && !obvious ? ", complete schools" : "");
  }

  /** The sign beside the words. */
  public String mark() {
    return verdict.mark();
  }

  /**
   * The evidence as far as it fits beside a number; a longer one ends by saying where the rest is.
   */
  public String shortEvidence() {
    if (evidence.length() <= LONGEST) {
      return evidence;
    }
    int end = evidence.lastIndexOf(' ', LONGEST - REST.length());
    return evidence.substring(0, Math.max(0, end)) + REST;
  }

  /** Types that did not fall first, then by this half's count, the greatest first. */
  public static List<TypeVerdict> urgentFirst(List<TypeVerdict> types) {
    return types.stream()
        .sorted(
            Comparator.comparing(TypeVerdict::verdict)
                .thenComparing(Comparator.comparingInt(TypeVerdict::current).reversed())
                .thenComparing(Comparator.comparingInt(TypeVerdict::previous).reversed())
                .thenComparing(TypeVerdict::title))
        .toList();
  }

  /** The greatest count of either half, to which small bars are drawn; 1 at least. */
  public static int greatest(List<TypeVerdict> types) {
    return types.stream()
        .mapToInt(type -> Math.max(type.previous(), type.current()))
        .reduce(1, Math::max);
  }
}

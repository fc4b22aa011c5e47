package org.breachledger.severity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.breachledger.incident.BreachType;

/**
 * Finds which similar incident of the last twelve months an incident repeats [004 Appendix B].
 *
 * <p>A repeat follows another counted incident of the same type at the same school, on a day in
 * {@code [this day - 12 months, this day)}; of two on one day the one registered later, then the
 * one with the higher reference, is the repeat. The nearest one before is cited. Incidents without
 * a type, or without a school, repeat nothing.
 */
public final class Repeats {

  private static final int MONTHS = 12;
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final Comparator<RepeatCandidate> ORDER =
      Comparator.comparing(RepeatCandidate::day)
          .thenComparing(candidate -> candidate.registered().orElse(Instant.MAX))
          .thenComparing(candidate -> orderOf(candidate.reference()))
          .thenComparing(RepeatCandidate::id);

  private Repeats() {}

  /**
   * The first day on which an incident of this day can repeat another; the month's end clamps.
   *
   * @param day the day the later incident is counted on
   */
  public static LocalDate from(LocalDate day) {
    return day.minusMonths(MONTHS);
  }

  /** A reference so written that 10 comes after 9, in lower case. */
  public static String orderOf(String reference) {
    return DIGITS
        .matcher(reference)
        .replaceAll(found -> "0".repeat(Math.max(0, 12 - found.group().length())) + found.group())
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Which incident each repeat cites, by {@link RepeatCandidate#id}; the order of the list is
   * irrelevant, and what repeats nothing is not in the map.
   */
  public static Map<Long, RepeatCandidate> find(List<RepeatCandidate> candidates) {
    List<RepeatCandidate> ordered = new ArrayList<>(candidates);
    ordered.sort(ORDER);
    Map<String, RepeatCandidate> last = new HashMap<>();
    Map<Long, RepeatCandidate> repeats = new HashMap<>();
    for (RepeatCandidate candidate : ordered) {
      if (candidate.breachType().equals(BreachType.UNTYPED) || candidate.school().isEmpty()) {
        continue;
      }
      String kind = candidate.school() + "\n" + candidate.breachType();
      RepeatCandidate before = last.get(kind);
      if (before != null && !before.day().isBefore(from(candidate.day()))) {
        repeats.put(candidate.id(), before);
      }
      if (candidate.counted()) {
        last.put(kind, candidate);
      }
    }
    return repeats;
  }
}

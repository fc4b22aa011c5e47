package org.breachledger.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How a school and its DPO judge an incident: factors, score and decision, some of them wrong on
 * purpose.
 */
final class Judgement {

  private final Random random;
  private final Map<String, LocalDate> last = new HashMap<>();

  Judgement(Random random) {
    this.random = random;
  }

  /**
   * Whether the same happened at the same school within twelve months; ask in the order of days.
   */
  boolean isRepeat(SampleSchool school, String type, LocalDate day) {
    LocalDate before = last.put(school.key() + type, day);
    return before != null && !before.isBefore(day.minusMonths(12));
  }

  /** The factors that were ticked; a repeat is noticed two times out of five. */
  List<String> factors(Tale tale, boolean repeat) {
    List<String> factors = new ArrayList<>(tale.factors());
    int luck = random.nextInt(100);
    if (repeat ? luck < 40 : luck < 3) {
      factors.add("REPEAT_INCIDENT");
    }
    luck = random.nextInt(100);
    if (luck < 2) {
      factors.add("ICO_COMPLAINT");
    } else if (luck < 4) {
      factors.add("MEDIA_INTEREST");
    } else if (luck < 9) {
      factors.clear();
    }
    return factors;
  }

  /** What the factors add up to [004 Appendix B]. */
  static int value(List<String> factors) {
    int sum = 0;
    for (String factor : factors) {
      sum +=
          switch (factor) {
            case "NO_SENSITIVE_DATA", "LIMITED_DEMOGRAPHIC_DATA", "ACCESS_MITIGATED" -> -1;
            case "BASIC_DEMOGRAPHIC_DATA", "LIMITED_CLINICAL_DATA" -> 0;
            default -> 1;
          };
    }
    return sum;
  }

  /** What the DPO decided on notifying the ICO; empty while undecided. */
  String decision() {
    int luck = random.nextInt(100);
    return luck < 50 ? "Notify" : luck < 88 ? "Do not notify" : "";
  }

  /** The score on the form, one in ten of them wrong; null where none was given. */
  @Nullable Integer declared(int score, Headcount people) {
    int luck = random.nextInt(100);
    if (people.upper() < 0 || luck < 5) {
      return null;
    }
    return luck < 12 ? Integer.valueOf(score + 1) : luck < 16 ? score - 1 : score;
  }
}

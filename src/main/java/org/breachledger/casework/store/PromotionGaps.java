package org.breachledger.casework.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;

/** What an incident made of a signal does not know yet, as the gaps of any other row are named. */
final class PromotionGaps {

  private PromotionGaps() {}

  static List<Map<String, String>> of(Facts facts) {
    List<Map<String, String>> gaps = new ArrayList<>();
    if (facts.find(Field.SCHOOL).isEmpty()) {
      gaps.add(
          gap("no_school", Field.SCHOOL, "the school's name", "Say whose account or data it was."));
    }
    gaps.add(
        gap(
            "blank",
            Field.INDIVIDUALS,
            "the number of people affected",
            "Write it when it is known."));
    return List.copyOf(gaps);
  }

  private static Map<String, String> gap(String code, Field field, String expected, String toDo) {
    return Map.of(
        "code", code, "column", field.code(), "read", "", "expected", expected, "toDo", toDo);
  }
}

package org.breachledger.pipeline.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.CountedAs;
import org.breachledger.recurrence.TypeCount;

/** Counts incidents of the past by school, type and sub-type in both halves. */
final class PastCounts {

  private record Kind(int school, String type, String subType) {}

  private static final class Sum {
    private int previous;
    private int current;
    private int nearPrevious;
    private int nearCurrent;
    private int lastYear;
    private final List<Integer> months;

    Sum(int months) {
      this.months = new ArrayList<>(java.util.Collections.nCopies(months, 0));
    }
  }

  private final Windows windows;
  private final Windows lastYear;
  private final List<YearMonth> months;
  private final Map<Kind, Sum> sums = new LinkedHashMap<>();
  private final Set<Integer> schools = new TreeSet<>();

  PastCounts(Windows windows) {
    this.windows = windows;
    this.lastYear = windows.lastYear();
    this.months = windows.wholeMonths();
  }

  void add(JudgedAgain judged) {
    LocalDate day = judged.day();
    if (day == null) {
      return;
    }
    boolean either = windows.inPrevious(day) || windows.inCurrent(day);
    if (either) {
      schools.add(judged.incident().schoolId());
    }
    if (judged.isA(CountedAs.INCIDENT)) {
      incident(judged, day, either);
    } else if (judged.isA(CountedAs.NEAR_MISS) && either) {
      Sum sum = sum(judged);
      sum.nearPrevious += windows.inPrevious(day) ? 1 : 0;
      sum.nearCurrent += windows.inCurrent(day) ? 1 : 0;
    }
  }

  private void incident(JudgedAgain judged, LocalDate day, boolean either) {
    if (either) {
      Sum sum = sum(judged);
      sum.previous += windows.inPrevious(day) ? 1 : 0;
      sum.current += windows.inCurrent(day) ? 1 : 0;
      int month = months.indexOf(YearMonth.from(day));
      if (month >= 0) {
        sum.months.set(month, sum.months.get(month) + 1);
      }
    }
    if (lastYear.inCurrent(day)) {
      sum(judged).lastYear++;
    }
  }

  private Sum sum(JudgedAgain judged) {
    return sums.computeIfAbsent(
        new Kind(
            judged.incident().schoolId(),
            judged.breachType(),
            judged.type().findSubType().orElse("")),
        kind -> new Sum(months.size()));
  }

  /** The schools with anything in either half. */
  Set<Integer> schools() {
    return schools;
  }

  List<TypeCount> list() {
    return sums.entrySet().stream()
        .map(
            entry -> {
              Kind kind = entry.getKey();
              Sum sum = entry.getValue();
              return new TypeCount(
                  kind.school(),
                  kind.type(),
                  kind.subType(),
                  sum.previous,
                  sum.current,
                  sum.nearPrevious,
                  sum.nearCurrent,
                  sum.lastYear,
                  sum.months);
            })
        .toList();
  }
}

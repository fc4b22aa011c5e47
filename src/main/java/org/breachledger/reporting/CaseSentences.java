package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Level 2 decisions, deadlines, near misses and the record's quality in plain sentences. */
final class CaseSentences {

  private CaseSentences() {}

  /**
   * How many incidents must be considered for notification, and what is still open.
   *
   * @param label what the policy calls them
   * @param unknown how many incidents of this half have no known level
   */
  static String levelTwo(List<LevelTwoCase> cases, String label, int unknown) {
    return atLevelTwo(cases, label) + ofUnknownLevel(unknown);
  }

  private static String ofUnknownLevel(int unknown) {
    return unknown == 0
        ? ""
        : " The level of "
            + Words.count(unknown, "incident")
            + " is not known, so "
            + (unknown == 1 ? "it" : "they")
            + " may belong here.";
  }

  private static String atLevelTwo(List<LevelTwoCase> cases, String label) {
    int all = cases.size();
    if (all == 0) {
      return "No incident of this half is on record at " + label + ".";
    }
    String opening =
        Words.capitalCount(all, "incident")
            + " at "
            + label
            + " must be considered for notification to the Information Commissioner";
    List<String> parts = new ArrayList<>();
    addCount(parts, with(cases, IcoDecision.NOTIFIED), "notified");
    addCount(parts, with(cases, IcoDecision.TO_NOTIFY), "to be notified");
    addCount(parts, with(cases, IcoDecision.NOT_TO_NOTIFY), "not to be notified");
    addCount(parts, with(cases, IcoDecision.UNDECIDED), "still to be decided");
    return opening + ": " + Words.joined(parts) + ".";
  }

  private static void addCount(List<String> parts, int number, String words) {
    if (number > 0) {
      parts.add(Words.grouped(number) + " " + words);
    }
  }

  private static int with(List<LevelTwoCase> cases, IcoDecision decision) {
    return (int) cases.stream().filter(one -> one.decision() == decision).count();
  }

  /** How the deadlines that are settled were kept. */
  static String deadlines(List<DutyPerformance> duties) {
    int met = duties.stream().mapToInt(DutyPerformance::met).sum();
    int late = duties.stream().mapToInt(DutyPerformance::late).sum();
    int overdue = duties.stream().mapToInt(DutyPerformance::overdue).sum();
    return settled(met, late, overdue) + untold(duties);
  }

  private static String settled(int met, int late, int overdue) {
    int all = met + late + overdue;
    if (all == 0) {
      return "No deadline of this half's incidents is settled yet.";
    }
    String opening = "Of " + Words.count(all, "deadline") + " settled so far, ";
    if (met == all) {
      return all == 1 ? "The one deadline settled so far was kept." : opening + "all were kept.";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        (met == 0 ? "none" : Words.grouped(met)) + " " + Words.was(met == 0 ? 1 : met) + " kept");
    addCount(parts, late, Words.was(late) + " met late");
    addCount(parts, overdue, Words.is(overdue) + " overdue");
    return opening + Words.joined(parts) + ".";
  }

  private static String untold(List<DutyPerformance> duties) {
    int all = duties.stream().mapToInt(DutyPerformance::cannotTell).sum();
    int level = duties.stream().mapToInt(DutyPerformance::levelUnknown).sum();
    int undecided = duties.stream().mapToInt(DutyPerformance::undecided).sum();
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reasons.put("the incident's level is not known", level);
    reasons.put(
        "it has not been decided whether to notify the Information Commissioner", undecided);
    reasons.put("a moment is missing or known to the day only", all - level - undecided);
    reasons.values().removeIf(number -> number == 0);
    if (reasons.isEmpty()) {
      return "";
    }
    String opening = " For " + Words.grouped(all) + " more nothing can be said";
    if (reasons.size() == 1) {
      return opening + ", because " + String.join("", reasons.keySet()) + ".";
    }
    return opening
        + ": "
        + Words.joined(
            reasons.entrySet().stream()
                .map(one -> "for " + Words.grouped(one.getValue()) + " because " + one.getKey())
                .toList())
        + ".";
  }

  /** Near misses, as the good news they are. */
  static String nearMisses(NearMisses nearMisses) {
    int now = nearMisses.current();
    String before = " The half before had " + nearMissCount(nearMisses.previous()) + ".";
    if (now == 0) {
      return "No near miss was reported in this half."
          + before
          + " A school that watches closely usually finds some.";
    }
    return Words.capital(nearMissCount(now))
        + " "
        + Words.was(now)
        + " reported in this half."
        + before
        + " Each was noticed before it became an incident; more reports of them are a good sign.";
  }

  private static String nearMissCount(int number) {
    return number == 1 ? "1 near miss" : (number == 0 ? "no" : number) + " near misses";
  }

  /** Actions at the paper's date. */
  static String actions(int open, int overdue) {
    if (open == 0) {
      return "No action from an incident is open.";
    }
    return Words.capitalCount(open, "action")
        + " from incidents "
        + Words.is(open)
        + " open, "
        + (overdue == 0 ? "none" : Words.grouped(overdue))
        + " of them overdue.";
  }

  /** What the record behind the numbers is like. */
  static List<String> quality(DataQuality quality) {
    List<String> all = new ArrayList<>();
    int rows = quality.imported();
    all.add(
        Words.capitalCount(rows, "row")
            + " of both halves "
            + Words.is(rows)
            + " on record, "
            + (quality.withGaps() == 0 ? "none" : Words.grouped(quality.withGaps()))
            + " with gaps. "
            + returned(quality)
            + " "
            + review(quality.needsReview()));
    all.add(dates(quality));
    if (quality.withoutSchool() > 0) {
      all.add(withoutSchool(quality.withoutSchool()));
    }
    return all;
  }

  private static String returned(DataQuality quality) {
    List<String> parts = new ArrayList<>();
    if (quality.returned() > 0) {
      parts.add(
          Words.capitalCount(quality.returned(), "row")
              + " could not be used and went back to the sender.");
    }
    int ofWhom = quality.returnedOfWhom();
    if (ofWhom > 0) {
      parts.add(
          (parts.isEmpty() ? Words.capitalCount(ofWhom, "row") : Words.grouped(ofWhom) + " more")
              + " went back from logs that do not say whose "
              + (ofWhom == 1 ? "it was." : "they were."));
    }
    return parts.isEmpty() ? "No row had to be returned." : String.join(" ", parts);
  }

  /** The incidents and near misses no half can count; empty where there is none. */
  static String undated(DataQuality quality) {
    List<String> parts = new ArrayList<>();
    if (quality.undated() > 0) {
      parts.add(Words.count(quality.undated(), "more incident"));
    }
    int nearMisses = quality.undatedNearMisses();
    if (nearMisses > 0) {
      parts.add(
          Words.grouped(nearMisses) + (nearMisses == 1 ? " more near miss" : " more near misses"));
    }
    if (parts.isEmpty()) {
      return "";
    }
    boolean one = quality.undated() + nearMisses == 1;
    return Words.joined(parts)
        + (one ? " has" : " have")
        + " no date and "
        + (one ? "is" : "are")
        + " in neither half.";
  }

  private static String withoutSchool(int rows) {
    return Words.capitalCount(rows, "row")
        + (rows == 1 ? " names" : " name")
        + " no school: "
        + (rows == 1 ? "it is" : "they are")
        + " counted over all schools, but not as a school.";
  }

  private static String review(int needsReview) {
    return needsReview == 0
        ? "No incident's type awaits review."
        : "The type of "
            + Words.count(needsReview, "incident")
            + " has yet to be confirmed by a person.";
  }

  private static String dates(DataQuality quality) {
    return "Incidents are counted by the day they occurred ("
        + Words.grouped(quality.byOccurred())
        + "); where that is unknown, by the day they were identified ("
        + Words.grouped(quality.byIdentified())
        + "), else reported ("
        + Words.grouped(quality.byReported())
        + ")."
        + (quality.allDated() ? "" : " " + undated(quality));
  }
}

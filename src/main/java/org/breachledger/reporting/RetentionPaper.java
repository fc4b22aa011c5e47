package org.breachledger.reporting;

import java.util.List;

/**
 * How long the register is kept, what of it is due to be destroyed and what is held [002]: the list
 * that people confirm once a year.
 *
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param schools in the order of their names
 * @param due the incidents that are due, held ones included, in the order of school and due day
 * @param list the list that may be confirmed
 */
public record RetentionPaper(
    String scope,
    Imprint imprint,
    List<RetentionSchool> schools,
    List<RetentionDue> due,
    ListName list)
    implements Paper {

  /** Copies the lists. */
  public RetentionPaper {
    schools = List.copyOf(schools);
    due = List.copyOf(due);
  }

  /**
   * The list that may be confirmed.
   *
   * @param name its first figures
   * @param incidents how many are on it: due, and kept by nothing
   */
  public record ListName(String name, int incidents) {}

  @Override
  public String template() {
    return "retention";
  }

  @Override
  public String about() {
    return scope;
  }

  @Override
  public String title() {
    return "Retention of the register: " + scopeWords();
  }

  /** Whether it is about one school, so that its rows need not name it. */
  public boolean ofOneSchool() {
    return !scope.equals(AlertPack.ALL);
  }

  /** The school's name, or all schools. */
  public String scopeWords() {
    return ofOneSchool() ? scope : "all schools";
  }

  /** Where no period is set, that comes first; else how much is due. */
  public String headline() {
    int without = withoutSetting();
    if (schools.isEmpty()) {
      return "No school is on the register, so there is nothing to keep.";
    }
    if (without == schools.size()) {
      return "No retention period is set, so nothing is ever due to be destroyed.";
    }
    return (without == 0
            ? ""
            : "No retention period is set for "
                + Words.count(without, "school")
                + ", whose incidents are never due. ")
        + dueWords();
  }

  private int withoutSetting() {
    return (int) schools.stream().filter(school -> !school.set()).count();
  }

  private String dueWords() {
    if (due.isEmpty()) {
      return "No incident is due to be destroyed.";
    }
    int held = (int) due.stream().filter(RetentionDue::held).count();
    return Words.capitalCount(due.size(), "incident")
        + " "
        + Words.is(due.size())
        + " due to be destroyed, "
        + (held == 0 ? "none" : Words.grouped(held))
        + " of them held.";
  }

  /** How periods are counted, and what cannot be counted. */
  public String counting() {
    return "Counted from the day a case was closed to the same day after its period; an open case is"
        + " never due. No period is shipped with the program: people set it."
        + uncounted();
  }

  private String uncounted() {
    int without = schools.stream().mapToInt(RetentionSchool::withoutDay).sum();
    return without == 0
        ? ""
        : " "
            + Words.capitalCount(without, "closed incident")
            + " "
            + (without == 1 ? "has" : "have")
            + " neither a day of closing nor one of registration, and cannot be counted.";
  }

  /** What the list is for, or that there is nothing on it. */
  public String confirming() {
    return due.isEmpty()
        ? "Nothing is to be confirmed."
        : "To be confirmed by the school before anything is destroyed. What is held stays until its"
            + " legal hold is lifted. "
            + listWords();
  }

  private String listWords() {
    return list.incidents() == 0
        ? "Everything that is due is kept for now, so there is no list to confirm."
        : "To be confirmed as list "
            + list.name()
            + ", with "
            + Words.count(list.incidents(), "incident")
            + ".";
  }
}

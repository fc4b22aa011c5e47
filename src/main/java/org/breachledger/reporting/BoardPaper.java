package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the Information Governance Board reads about all schools of a trust or service [002].
 *
 * @param types every breach type over all schools, with zeros; the evidence names the schools left
 *     out of a verdict
 * @param grid every breach type at every school, with zeros, schools and types in reading order;
 *     rows without a school have a line of their own where there are any
 * @param actions each school that has an open action
 * @param missing each school that did not submit a month
 * @param restatement what earlier papers gave otherwise
 * @param charts each type against its own past
 * @param alerts what became of earlier alerts
 * @param people how many people were affected, the small numbers withheld
 */
public record BoardPaper(
    Imprint imprint,
    List<TypeVerdict> types,
    List<SchoolTypeCount> grid,
    List<MonthCount> months,
    List<LevelTwoCase> levelTwo,
    List<DutyPerformance> duties,
    DelayBands delays,
    List<SchoolActions> actions,
    List<FlaggedCase> flagged,
    NearMisses nearMisses,
    DataQuality dataQuality,
    List<MissingMonths> missing,
    Restatement restatement,
    TypeCharts charts,
    EarlierAlerts alerts,
    PeopleAffected people)
    implements Paper {

  private static final int TYPES_ACROSS = 12;

  /** Copies the lists, types that did not fall first. */
  public BoardPaper {
    types = TypeVerdict.urgentFirst(types);
    grid = List.copyOf(grid);
    months = List.copyOf(months);
    levelTwo = List.copyOf(levelTwo);
    duties = List.copyOf(duties);
    actions = List.copyOf(actions);
    flagged = List.copyOf(flagged);
    missing = List.copyOf(missing);
  }

  @Override
  public String template() {
    return "board";
  }

  @Override
  public String about() {
    return AlertPack.ALL;
  }

  @Override
  public String title() {
    return "Information Governance Board report: " + imprint.trust();
  }

  /** Counted incidents of the half before. */
  public int previous() {
    return types.stream().mapToInt(TypeVerdict::previous).sum();
  }

  /** Counted incidents of this half. */
  public int current() {
    return types.stream().mapToInt(TypeVerdict::current).sum();
  }

  /** The types of which there was an incident in either half. */
  public List<TypeVerdict> typesThatHappened() {
    return types.stream().filter(TypeVerdict::happened).toList();
  }

  /** The duties that applied to any incident of this half. */
  public List<DutyPerformance> dutiesThatApplied() {
    return duties.stream().filter(duty -> duty.all() > 0).toList();
  }

  /** The grid in parts of no more types than a page is wide; one part where there are few. */
  public List<GridPart> gridParts() {
    List<String> titles = grid.stream().map(SchoolTypeCount::type).distinct().toList();
    boolean whole = titles.size() <= TYPES_ACROSS;
    List<GridPart> parts = new ArrayList<>();
    for (int from = 0; from < titles.size(); from += TYPES_ACROSS) {
      int to = Math.min(titles.size(), from + TYPES_ACROSS);
      Set<String> these = Set.copyOf(titles.subList(from, to));
      parts.add(
          new GridPart(
              whole ? "" : "Types " + (from + 1) + " to " + to + " of " + titles.size() + ".",
              whole ? "All types" : "Sum of these types",
              grid.stream().filter(cell -> these.contains(cell.type())).toList()));
    }
    return parts;
  }

  /**
   * Some types at every school.
   *
   * @param words which of the types; empty where it is all of them
   * @param sumTitle the heading of the last column
   */
  public record GridPart(String words, String sumTitle, List<SchoolTypeCount> cells) {}

  /** Open actions over all schools, the overdue ones among them. */
  public int open() {
    return actions.stream().mapToInt(SchoolActions::open).sum();
  }

  /** Overdue actions over all schools. */
  public int overdue() {
    return actions.stream().mapToInt(SchoolActions::overdue).sum();
  }

  /** Whether there is a number or a silence to draw month by month. */
  public boolean drawn() {
    return MonthCount.drawn(months);
  }

  /** How many schools the paper is about; the rows without one have a line, but are no school. */
  public int schools() {
    int lines = (int) grid.stream().map(SchoolTypeCount::school).distinct().count();
    return dataQuality.withoutSchool() > 0 ? lines - 1 : lines;
  }

  /** The sentences of this paper. */
  public BoardSentences sentences() {
    return new BoardSentences(this);
  }
}

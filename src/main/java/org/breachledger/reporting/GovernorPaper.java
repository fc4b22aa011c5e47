package org.breachledger.reporting;

import java.time.YearMonth;
import java.util.List;

/**
 * What the head tells the governing body about one school's half [002].
 *
 * @param types every breach type, with zeros
 * @param months the months of both halves, the oldest first
 * @param duties each duty's deadline over this half
 * @param levelTwo this half's Level 2 incidents, in order of the day they occurred
 * @param notSubmitted months of either half without a log or a nil return
 * @param restatement what earlier papers gave otherwise
 * @param charts all types together against their own past
 * @param alerts what became of earlier alerts
 * @param people how many people were affected, the small numbers withheld
 */
public record GovernorPaper(
    String school,
    Imprint imprint,
    List<TypeVerdict> types,
    List<MonthCount> months,
    List<DutyPerformance> duties,
    List<LevelTwoCase> levelTwo,
    NearMisses nearMisses,
    ActionCounts actions,
    DataQuality dataQuality,
    List<YearMonth> notSubmitted,
    Restatement restatement,
    TypeCharts charts,
    EarlierAlerts alerts,
    PeopleAffected people)
    implements Paper {

  private static final int MOST_LISTED = 20;

  /** Copies the lists, types that did not fall first. */
  public GovernorPaper {
    types = TypeVerdict.urgentFirst(types);
    months = List.copyOf(months);
    duties = List.copyOf(duties);
    levelTwo = List.copyOf(levelTwo);
    notSubmitted = List.copyOf(notSubmitted);
  }

  @Override
  public String template() {
    return "governors";
  }

  @Override
  public String about() {
    return school;
  }

  @Override
  public String title() {
    return "Information security report to governors: " + school;
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

  /** The Level 2 incidents a short paper lists: all, or the undecided and the latest of many. */
  public List<LevelTwoCase> levelTwoListed() {
    return LevelTwoCase.mostUrgent(levelTwo, MOST_LISTED);
  }

  /** Whether there is a number or a silence to draw month by month. */
  public boolean drawn() {
    return MonthCount.drawn(months);
  }

  /** The sentences of this paper. */
  public GovernorSentences sentences() {
    return new GovernorSentences(this);
  }
}

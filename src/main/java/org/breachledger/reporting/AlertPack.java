package org.breachledger.reporting;

import java.util.Comparator;
import java.util.List;

/**
 * One breach type that did not fall at one school, or over all of them, ready to be forwarded to
 * the board with actions to choose from [002].
 *
 * @param school the school's name, or {@link #ALL}
 * @param months the type's months of both halves, the oldest first
 * @param incidents the counted incidents of both halves, printed the latest first
 */
public record AlertPack(
    String school,
    Imprint imprint,
    TypeVerdict type,
    List<SubTypeCount> subTypes,
    List<MonthCount> months,
    List<IncidentBehind> incidents)
    implements Paper {

  /** Stands for all schools. */
  public static final String ALL = "*";

  /** Copies the lists, the latest incident first. */
  public AlertPack {
    subTypes = List.copyOf(subTypes);
    months = List.copyOf(months);
    incidents =
        incidents.stream()
            .sorted(
                Comparator.comparing(IncidentBehind::day)
                    .reversed()
                    .thenComparing(IncidentBehind::reference))
            .toList();
  }

  @Override
  public String template() {
    return "alert-pack";
  }

  @Override
  public String about() {
    return school;
  }

  @Override
  public String title() {
    return "Alert: " + type.title() + ", " + scope();
  }

  boolean allSchools() {
    return school.equals(ALL);
  }

  /** The school's name, or all schools. */
  public String scope() {
    return allSchools() ? "all schools" : school;
  }

  /** The same at the beginning of a line. */
  public String scopeTitle() {
    return Words.capital(scope());
  }

  /** Whether there is a number or a silence to draw month by month. */
  public boolean drawn() {
    return MonthCount.drawn(months);
  }

  /** The sentences of this pack. */
  public AlertSentences sentences() {
    return new AlertSentences(this);
  }
}

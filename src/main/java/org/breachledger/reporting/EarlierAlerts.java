package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the alerts of earlier comparisons that a paper's readers have not heard the end
 * of.
 *
 * @param list the newest half first, all schools before single ones
 */
public record EarlierAlerts(List<EarlierAlert> list) {

  private static final int MOST_LISTED = 40;

  /** Copies the list. */
  public EarlierAlerts {
    list = List.copyOf(list);
  }

  /** No earlier comparison raised one. */
  public static EarlierAlerts none() {
    return new EarlierAlerts(List.of());
  }

  /** Whether there is nothing to print. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** One text for each, and how many more there are where there are very many. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>();
    list.stream().limit(MOST_LISTED).map(EarlierAlert::sentence).forEach(all::add);
    if (list.size() > MOST_LISTED) {
      all.add(
          Words.grouped(list.size() - MOST_LISTED)
              + " more are on record; the export of alerts lists all.");
    }
    return all;
  }
}

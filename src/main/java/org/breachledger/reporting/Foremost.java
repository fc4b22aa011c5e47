package org.breachledger.reporting;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Counts the lines of a list as they come and keeps the most urgent, never more than a paper
 * prints. Of two as urgent as each other the one that came first is kept.
 */
final class Foremost<T> {

  private record Line<T>(T line, int number) {}

  private final Comparator<Line<T>> urgentFirst;
  private final PriorityQueue<Line<T>> kept;
  private int all;

  /** An empty list, whose most urgent line is the least in this order. */
  Foremost(Comparator<? super T> order) {
    urgentFirst = Comparator.<Line<T>, T>comparing(Line::line, order).thenComparing(Line::number);
    kept = new PriorityQueue<>(urgentFirst.reversed());
  }

  void add(T line) {
    kept.add(new Line<>(line, all++));
    if (kept.size() > Listed.MOST) {
      kept.remove();
    }
  }

  /** The lines kept, in this order; those it sees no difference between by their urgency. */
  Listed<T> listed(Comparator<? super T> printed) {
    return new Listed<>(
        kept.stream().sorted(urgentFirst).map(Line::line).sorted(printed).toList(), all);
  }
}

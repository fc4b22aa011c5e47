package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of each type in one description: the sum over the rules, each counted once. */
final class Tally {

  /** A hit that counted, and how much. */
  record Counted(Hit hit, double points) {}

  private static final Comparator<Counted> MOST_FIRST =
      Comparator.comparingDouble(Counted::points).reversed();

  private final Telling telling;
  private final List<Counted> counted = new ArrayList<>();
  private final double[] totals;
  private int best = -1;
  private int next = -1;

  private Tally(Telling telling, int types) {
    this.telling = telling;
    this.totals = new double[types];
  }

  static Tally of(Sighting seen, Telling telling, int types) {
    Tally tally = new Tally(telling, types);
    for (Hit hit : seen.hits()) {
      if (!hit.rule().isMark() && telling.holds(hit, seen)) {
        tally.count(hit);
      }
    }
    tally.rank();
    return tally;
  }

  /** Counts a rule where it stands best, which is the earliest sentence that tells. */
  private void count(Hit hit) {
    double points = hit.rule().points() * telling.weight(hit.sentence());
    for (int at = 0; at < counted.size(); at++) {
      Counted before = counted.get(at);
      if (before.hit().rule() == hit.rule()) {
        if (points > before.points()) {
          totals[hit.rule().type()] += points - before.points();
          counted.set(at, new Counted(hit, points));
        }
        return;
      }
    }
    totals[hit.rule().type()] += points;
    counted.add(new Counted(hit, points));
  }

  private void rank() {
    counted.sort(MOST_FIRST);
    for (int type = 0; type < totals.length; type++) {
      if (totals[type] > pointsOf(best)) {
        next = best;
        best = type;
      } else if (totals[type] > pointsOf(next)) {
        next = type;
      }
    }
  }

  /** What counted, most points first. */
  List<Counted> counted() {
    return counted;
  }

  /** The points of a type; 0 for none. */
  double pointsOf(int type) {
    return type < 0 ? 0 : totals[type];
  }

  /** The place of the best type in the table of types; below zero where there is none. */
  int best() {
    return best;
  }

  /** The place of the next best type; below zero where there is none. */
  int next() {
    return next;
  }

  /** How many points the best type is ahead. */
  double margin() {
    return pointsOf(best) - pointsOf(next);
  }

  boolean isMarked(String mark) {
    return telling.isMarked(mark);
  }

  /** The hit that counted most for a type; null where none did. */
  @Nullable Counted strongest(int type) {
    for (Counted one : counted) {
      if (one.hit().rule().type() == type) {
        return one;
      }
    }
    return null;
  }

  /** The part of the best type its strongest rule with one names; null where none does. */
  @Nullable String subType() {
    for (Counted one : counted) {
      WordingRule rule = one.hit().rule();
      if (rule.type() == best && rule.subType() != null) {
        return rule.subType();
      }
    }
    return null;
  }
}

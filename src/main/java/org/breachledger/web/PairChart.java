package org.breachledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breachledger.reporting.TypeVerdict;

/**
 * Each type's two counts as bars to one scale: the half before hatched, this half solid. The table
 * beside it holds the same numbers. Measures are those of the drawing, 360 wide.
 *
 * @param words every number it shows
 * @param height of the drawing
 */
record PairChart(List<Pair> pairs, String words, int height) {

  /** The width of the drawing: about that of a phone. */
  static final int WIDTH = 360;

  private static final int TOP = 28;
  private static final int STEP = 50;
  private static final int ROOM = 310;
  private static final int LONGEST = 48;

  /**
   * Two bars under one name.
   *
   * @param label the type's title, cut where it is long
   * @param y where its name stands
   */
  record Pair(String label, int previous, int current, int before, int now, int y) {}

  /** The bars of the types that happened, in their order. */
  static PairChart of(List<TypeVerdict> types) {
    int most = TypeVerdict.greatest(types);
    List<Pair> pairs = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (TypeVerdict type : types) {
      pairs.add(
          new Pair(
              cut(type.title()),
              type.previous(),
              type.current(),
              Math.round((float) type.previous() * ROOM / most),
              Math.round((float) type.current() * ROOM / most),
              TOP + 14 + pairs.size() * STEP));
      words.add(
          String.format(
              Locale.UK, "%s: %,d before, %,d now", type.title(), type.previous(), type.current()));
    }
    return new PairChart(
        List.copyOf(pairs), String.join("; ", words) + ".", TOP + pairs.size() * STEP);
  }

  private static String cut(String title) {
    return title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1).strip() + "…";
  }
}

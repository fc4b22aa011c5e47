package org.breachledger.normalise;

import java.util.List;

/** The words that decided, with their rule; for in-house use, because it quotes free text. */
final class Evidence {

  private Evidence() {}

  /** What speaks for the best type and for the next, in one sentence. */
  static String of(Reading reading, Tally tally, List<String> codes) {
    if (tally.best() < 0) {
      return "no rule speaks to these words";
    }
    String best = spoken(reading, tally, tally.best(), codes);
    return tally.next() < 0 ? best : best + "; next " + spoken(reading, tally, tally.next(), codes);
  }

  private static String spoken(Reading reading, Tally tally, int type, List<String> codes) {
    long tenths = Math.round(tally.pointsOf(type) * 10);
    String points = codes.get(type) + " " + tenths / 10 + "." + tenths % 10;
    Tally.Counted strongest = tally.strongest(type);
    if (strongest == null) {
      return points;
    }
    Hit hit = strongest.hit();
    String quoted = reading.quote(hit.first(), hit.last());
    return points + ": \"" + quoted + "\" (" + hit.rule().row() + ")";
  }
}

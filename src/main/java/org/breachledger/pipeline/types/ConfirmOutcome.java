package org.breachledger.pipeline.types;

import java.util.List;

/** What became of each line of confirmed breach types, in their order. */
public record ConfirmOutcome(List<Line> lines) {

  /** Copies the list. */
  public ConfirmOutcome {
    lines = List.copyOf(lines);
  }

  /** What a line did. */
  public enum Became {
    /** The type is as the rules had it. */
    CONFIRMED,
    /** The type is another than the rules had. */
    CORRECTED,
    /** An earlier confirmation does not hold any more. */
    WITHDRAWN,
    /** It was on record already. */
    UNCHANGED,
    /** Other words were written since, which the line says nothing of: a person has to look. */
    LEFT_OPEN,
    /** It could not be taken in. */
    REFUSED
  }

  /**
   * One line.
   *
   * @param line from 1, the heading row included
   * @param why what is wrong with it; empty unless it was refused or left open
   */
  public record Line(long line, Became became, String why) {
    static Line refused(long line, String why) {
      return new Line(line, Became.REFUSED, why);
    }
  }

  /** How many lines became this. */
  public int count(Became became) {
    return (int) lines.stream().filter(line -> line.became() == became).count();
  }

  /** How many changed the record. */
  public int changed() {
    return count(Became.CONFIRMED) + count(Became.CORRECTED) + count(Became.WITHDRAWN);
  }
}

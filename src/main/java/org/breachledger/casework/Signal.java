package org.breachledger.casework;

import java.time.Instant;

/**
 * Something in an access log that may be an incident: it counts for nothing before a person
 * promotes it.
 *
 * @param rule the rule that found it
 * @param subject the account or address it is about; personal, never in a log, report or message
 * @param school the school as written; empty where nobody said
 * @param from when its first line happened, inclusive
 * @param to when its last line happened, inclusive
 * @param lines how many lines it is made of
 * @param records how many records they concerned; 0 where the log does not say
 * @param addresses from how many different addresses, counted up to 100; 0 where the log does not
 *     say
 * @param first the line of its file that comes first
 * @param last the line of its file that comes last
 */
public record Signal(
    SignalRule rule,
    String subject,
    String school,
    Instant from,
    Instant to,
    int lines,
    long records,
    int addresses,
    Line first,
    Line last) {

  /**
   * Where a line stands.
   *
   * @param sheet the sheet's position, from 1
   * @param row the line as its file numbers it, from 1
   */
  public record Line(int sheet, int row) {

    private static final int ROW_BITS = 32;

    static Line at(long position) {
      return new Line((int) (position >> ROW_BITS), (int) position);
    }
  }

  /** Names the rule and the place, not whom it is about. */
  @Override
  public String toString() {
    return "Signal[" + rule.code() + " " + first + "]";
  }
}

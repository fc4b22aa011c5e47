package org.breachledger.intake;

/**
 * One line of an access or audit log: who did what, when and from where. Never stored.
 *
 * @param sheet the sheet's position, from 1
 * @param row the line as its file numbers it, from 1
 * @param at when, in milliseconds since 1970 UTC
 * @param account who, as written; empty where the line does not say
 * @param address from which network address; empty where the line does not say
 * @param kind the part of the system or kind of line; empty where the line does not say
 * @param what what was done, in the log's words; empty where the line does not say
 * @param outcome how it ended, in the log's words; empty where the line does not say
 * @param records how many records it concerned; 0 where the line does not say
 * @param school whose data or account it was, as written; empty where nobody said
 */
public record AuditEvent(
    int sheet,
    int row,
    long at,
    String account,
    String address,
    String kind,
    String what,
    String outcome,
    long records,
    String school) {

  private static final int ROW_BITS = 32;

  /** Where it stands in its file: later lines are greater. */
  public long position() {
    return ((long) sheet << ROW_BITS) + row;
  }

  /** Names the line, not what it says: it names a person. */
  @Override
  public String toString() {
    return "AuditEvent[" + sheet + ":" + row + "]";
  }
}

package org.breachledger.intake;

/**
 * What is wrong with one cell of a row, so that a person can mend it: what was read, what was
 * expected and what to do.
 *
 * @param code what kind of fault, such as {@code ambiguous_date}
 * @param column the heading of the cell; empty where the whole row is meant
 * @param read the cell as it was written; may name a person and never reaches a log
 * @param expected what can be read there, with an example
 * @param toDo one sentence that begins with a verb
 */
public record Notice(String code, String column, String read, String expected, String toDo) {

  /** Names the fault and its column only: what was read may name a person. */
  @Override
  public String toString() {
    return "Notice[" + code + (column.isEmpty() ? "" : " in \"" + column + "\"") + "]";
  }
}

package org.breachledger.casework;

import java.util.List;

/**
 * What closing a case needs and what is missing.
 *
 * @param closed whether it is closed
 * @param checked each check that applies to it, in the order of the table
 */
public record Closing(boolean closed, List<Checked> checked) {

  /**
   * One check.
   *
   * @param check its name
   * @param met whether the piece is there
   * @param missing what is missing, in words; empty where it is met
   * @param source the paragraph
   */
  public record Checked(String check, String title, boolean met, String missing, String source) {}

  /** Copies the list. */
  public Closing {
    checked = List.copyOf(checked);
  }

  /** The checks that are not met. */
  public List<Checked> missing() {
    return checked.stream().filter(check -> !check.met()).toList();
  }

  /** Whether it was closed with a piece missing. */
  public boolean flagged() {
    return closed && !missing().isEmpty();
  }
}

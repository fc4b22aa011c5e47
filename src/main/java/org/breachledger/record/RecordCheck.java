package org.breachledger.record;

import java.util.List;

/**
 * What comparing the register with the records on the audit chain found.
 *
 * @param records how many versions stand in the register
 * @param sentences what was touched, a sentence each, naming the incident and its entry
 */
public record RecordCheck(long records, List<String> sentences) {

  /** Copies the list. */
  public RecordCheck {
    sentences = List.copyOf(sentences);
  }

  /** Whether all that stands in the register is what entries recorded, and nothing is missing. */
  public boolean whole() {
    return sentences.isEmpty();
  }
}

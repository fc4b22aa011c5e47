package org.breachledger.record;

/**
 * What verifying one incident alone found.
 *
 * @param outcome how it stands
 * @param sentence the finding in plain words
 */
public record RecordProof(Outcome outcome, String sentence) {

  /** How an incident stands beside the audit chain. */
  public enum Outcome {
    /** As an entry recorded it, and the chain holds that entry. */
    WHOLE,
    /** Its content was destroyed or redacted, by an entry. */
    REMOVED,
    /** Not as it was recorded. */
    TOUCHED,
    /** Neither the register nor the chain knows it. */
    UNKNOWN
  }

  /** Whether nobody touched it. */
  public boolean whole() {
    return outcome == Outcome.WHOLE || outcome == Outcome.REMOVED;
  }
}

package org.breachledger.alerting;

/**
 * A paper and somebody who subscribes to it.
 *
 * @param form as this recipient gets it
 */
public record PlannedMail(
    PublishedPaper paper,
    Subscription subscription,
    Recipient recipient,
    PaperForm form,
    Fate fate) {

  /** What is to happen. */
  public enum Fate {
    /** A message is to be written. */
    TO_SEND,
    /** There is a message for this paper and address already. */
    WRITTEN_BEFORE,
    /** The half has nothing to tell, and the subscription leaves such papers out. */
    NOTHING_TO_TELL,
    /** A protected paper without a password that can be used: it is never sent without one. */
    NO_PASSWORD
  }

  /** The same with another fate. */
  PlannedMail but(Fate other) {
    return new PlannedMail(paper, subscription, recipient, form, other);
  }

  /** Names paper and role, never the address. */
  @Override
  public String toString() {
    return "PlannedMail[paper " + paper.paperId() + ", " + recipient.role() + ", " + fate + "]";
  }
}

package org.breachledger.deadline;

/** Why a duty is late: nobody could have known in time, or those who knew did not act in time. */
public enum Lateness {
  /** The due moment had passed before the incident was identified. */
  FOUND_LATE("found late: the due moment had passed before the incident was identified"),
  /** The incident was identified by the due moment. */
  ACTED_LATE("acted late: the incident was identified before it was due"),
  /** The precision of the dates does not decide it, or it is unknown when it was identified. */
  CANNOT_TELL("cannot tell whether it was found late or acted on late");

  private final String words;

  Lateness(String words) {
    this.words = words;
  }

  /** The reason in plain words. */
  public String words() {
    return words;
  }
}

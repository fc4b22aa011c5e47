package org.breachledger.alerting;

/** A way a message leaves the system. */
public interface Channel {

  /** What a message is called once it has left: {@code sent} or {@code written}. */
  String doneState();

  /** What this message is called once it has left. */
  default String doneState(OutboxMessage message) {
    return doneState();
  }

  /**
   * Lets one message leave.
   *
   * @throws Undelivered in plain words, where it did not; it is tried again later
   */
  void deliver(OutboxMessage message) throws Undelivered;

  /** A message that did not leave; the sentence says why and what to do. */
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean away;

    /**
     * Says why.
     *
     * @param sentence in plain words, without what a server answered and without an address
     */
    public Undelivered(String sentence) {
      this(sentence, false);
    }

    /**
     * Says why.
     *
     * @param away whether the other side gave no answer at all, so that the next message will fare
     *     no better
     */
    public Undelivered(String sentence, boolean away) {
      super(sentence);
      this.away = away;
    }

    /** Whether the other side gave no answer at all. */
    public boolean away() {
      return away;
    }
  }
}

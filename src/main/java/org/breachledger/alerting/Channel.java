package org.breachledger.alerting;

/** A way a message leaves the system. */
public interface Channel {

  /** What a message is called once it has left: {@code sent} or {@code written}. */
  String doneState();

  /**
   * Lets one message leave.
   *
   * @throws Undelivered in plain words, where it did not; it is tried again later
   */
  void deliver(OutboxMessage message) throws Undelivered;

  /** A message that did not leave; the sentence says why and what to do. */
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param sentence in plain words, without what a server answered and without an address
     */
    public Undelivered(String sentence) {
      super(sentence);
    }
  }
}

package org.breachledger.alerting;

import java.util.Set;

/**
 * A paper a role gets; one block of {@code jobs/alerting/subscriptions.yaml}.
 *
 * @param report the kind of paper, such as {@code governors}
 * @param roleTitle what the message calls the recipient
 * @param schools the schools whose papers are meant, folded, by name or number; empty for all
 * @param tellsNothing whether a paper about a half without anything to tell goes out as well
 * @param says one sentence for the person who reads it
 */
public record Subscription(
    String report,
    String role,
    String roleTitle,
    Set<String> schools,
    PaperForm form,
    boolean tellsNothing,
    String says) {

  /** Copies the schools. */
  public Subscription {
    schools = Set.copyOf(schools);
  }
}

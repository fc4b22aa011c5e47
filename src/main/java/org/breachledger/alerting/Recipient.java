package org.breachledger.alerting;

import java.util.Optional;

/**
 * Somebody messages go to; one line of the installation's {@code recipients.csv}.
 *
 * @param role a code of the subscriptions or routes
 * @param school whose papers, by name or number as written; empty for every school's and for those
 *     about all schools
 * @param form in place of the subscription's own
 * @param password where the password of a protected paper is found, never the password itself
 */
public record Recipient(
    String role,
    String school,
    String address,
    Optional<PaperForm> form,
    Optional<String> password) {

  /** Names the role only. */
  @Override
  public String toString() {
    return "Recipient[" + role + "]";
  }
}

package org.breachledger.alerting;

import java.util.List;

/**
 * Who is told of a verdict, and in which words; one block of {@code jobs/alerting/routes.yaml}.
 *
 * @param verdict the verdict that is told, or {@link Routes#DEADLINE}, {@link Routes#FORWARDED},
 *     {@link Routes#UNREAD}
 * @param role the recipient's role
 * @param roleTitle what the message calls the recipient
 * @param packAttached whether the pack travels with the message or waits behind the sign-in
 * @param subject a few words after the name of the breach type
 * @param says one sentence on what the verdict means
 * @param next what to do, in order
 * @param days of {@link Routes#UNREAD}: after how many days of 24 hours; 0 for every other
 */
public record Route(
    String verdict,
    String role,
    String roleTitle,
    boolean packAttached,
    String subject,
    String says,
    List<String> next,
    int days) {

  /** Copies the steps. */
  public Route {
    next = List.copyOf(next);
  }

  /** A route that is taken at once. */
  public Route(
      String verdict,
      String role,
      String roleTitle,
      boolean packAttached,
      String subject,
      String says,
      List<String> next) {
    this(verdict, role, roleTitle, packAttached, subject, says, next, 0);
  }
}

package org.breachledger.access;

/**
 * The mail that brings a link to choose a password. It names the trust, and nobody.
 *
 * @param subject one line
 * @param body plain text, ending with a line break
 */
public record AccountLetter(String subject, String body) {

  /**
   * Composes the letter of a link.
   *
   * @param trust what the trust is called; empty where it has no name yet
   * @param link whole, on a line of its own
   * @param until the last moment it is good for, in words, local time in Europe/London
   */
  public static AccountLetter compose(LinkKind kind, String trust, String link, String until) {
    String whose = trust.isEmpty() ? "your trust" : trust;
    return switch (kind) {
      case INVITATION ->
          new AccountLetter(
              "Your account in Breachledger",
              """
              There is an account for you in Breachledger, where %s
              keeps its record of data breaches.

              Choose your password here:

              %s

              The link works once, until %s.
              After that, ask whoever invited you for another.

              If you did not expect this, leave it: without a password the
              account stays closed.
              """
                  .formatted(whose, link, until));
      case RESET ->
          new AccountLetter(
              "A new password for Breachledger",
              """
              Somebody asked for a new password for your account in
              Breachledger, where %s keeps its record of data
              breaches.

              Choose it here:

              %s

              The link works once, until %s.

              If that was not you, leave it: your password stays as it is.
              """
                  .formatted(whose, link, until));
    };
  }
}

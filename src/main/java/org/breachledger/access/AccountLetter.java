package org.breachledger.access;

/**
 * The mail that brings a link to choose a password, or tells that an account was changed. It names
 * the trust, and nobody.
 *
 * @param subject one line
 * @param body plain text, ending with a line break
 */
public record AccountLetter(String subject, String body) {

  /**
   * Composes the letter that tells an owner what was changed.
   *
   * @param trust what the trust is called; empty where it has no name yet
   * @param when in words, local time in Europe/London
   */
  public static AccountLetter told(AccountChange change, String trust, String when) {
    return new AccountLetter(
        "Your account in Breachledger was changed",
        """
        About your account in Breachledger, where %s
        keeps its record of data breaches:

        %s, on %s.

        If that was you, or you were told of it, there is nothing to do. If
        not, tell your operator at once: they can block the account.
        """
            .formatted(whose(trust), change.words(), when));
  }

  private static String whose(String trust) {
    return trust.isEmpty() ? "your trust" : trust;
  }

  /**
   * Composes the letter of a link.
   *
   * @param trust what the trust is called; empty where it has no name yet
   * @param link whole, on a line of its own
   * @param until the last moment it is good for, in words, local time in Europe/London
   */
  public static AccountLetter compose(LinkKind kind, String trust, String link, String until) {
    String whose = whose(trust);
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

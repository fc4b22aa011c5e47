package org.breachledger.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long rather than odd, and not the sign-in name. */
public final class PasswordRule {

  /** The fewest characters a password may have. */
  public static final int SHORTEST = 10;

  /** The hash looks at no more than this. */
  private static final int LONGEST_BYTES = 72;

  private PasswordRule() {}

  /** What is wrong with a password and what to do; empty where nothing is. */
  public static Optional<String> wrong(String signInName, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("Enter a password of at least " + SHORTEST + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of("Enter a password of at most " + LONGEST_BYTES + " characters");
    }
    if (password.toLowerCase(Locale.ROOT).contains(signInName.toLowerCase(Locale.ROOT))
        && password.length() < signInName.length() + SHORTEST) {
      return Optional.of("Enter a password that is not made from the sign-in name");
    }
    return Optional.empty();
  }
}

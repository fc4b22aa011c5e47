package org.breachledger.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mail address of an account: where its links go, and what its owner may sign in with. */
public final class MailAddress {

  private static final int LONGEST = 254;
  private static final Pattern PLAIN =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9-]{1,63}\\.)+[a-z0-9-]{2,63}");

  private MailAddress() {}

  /** The address in lower case; empty where what was typed is none. */
  public static Optional<String> parse(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    return address.length() <= LONGEST && PLAIN.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }
}

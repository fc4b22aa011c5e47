package org.breachledger.pipeline.cli;

import java.security.SecureRandom;
import java.util.Base64;

/** A password made up for somebody who must change it at the first sign-in. */
final class FirstPassword {

  private static final int BYTES = 12;

  private FirstPassword() {}

  static String fresh() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}

package org.breachledger.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.breachledger.incident.Sha256;

/** Codes on paper for whoever has lost the phone: each signs in once. */
public final class RecoveryCodes {

  /** How many there are. */
  public static final int COUNT = 10;

  /** 80 bits: nobody finds one from its hash. */
  private static final int BYTES = 10;

  private RecoveryCodes() {}

  /** New codes, such as {@code K3DF-2NQA-WE7T-PL5M}: four groups of four letters and digits. */
  public static List<String> fresh(SecureRandom random) {
    return Stream.generate(() -> one(random)).limit(COUNT).toList();
  }

  /**
   * What is kept of a code.
   *
   * @param typed in capitals or not, with or without blanks and hyphens
   */
  public static String hash(long userId, String typed) {
    return Sha256.of(userId + ":" + typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  private static String one(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base32.grouped(Base32.of(bytes), "-");
  }
}

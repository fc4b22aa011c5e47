package org.breachledger.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.breachledger.incident.Sha256;

/**
 * The secret part of a link: 256 random bits. Only its hash is kept, so that nobody who reads the
 * record can use it.
 *
 * @param word as it stands in the link
 */
public record LinkToken(String word) {

  private static final int BYTES = 32;

  /** A new one. */
  public static LinkToken fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept of it: its SHA-256 in hexadecimal digits. */
  public String hash() {
    return Sha256.of(word);
  }

  /** Says nothing of the word. */
  @Override
  public String toString() {
    return "LinkToken";
  }
}

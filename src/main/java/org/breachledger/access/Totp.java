package org.breachledger.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes an authenticator app shows: time-based one-time passwords of six digits, a new one each
 * 30 seconds, with HMAC-SHA-1 as every app expects [RFC 6238, RFC 4226].
 */
public final class Totp {

  /** Digits of a code. */
  public static final int DIGITS = 6;

  /** Seconds a code is shown. */
  public static final int SECONDS = 30;

  /** Bytes of a secret, as many as the hash has [RFC 4226 section 4]. */
  public static final int SECRET_BYTES = 20;

  /** Codes of one step before and one after are taken, too: clocks of phones differ. */
  private static final int WINDOW = 1;

  private static final String HMAC = "HmacSHA1";

  private Totp() {}

  /** The number of the 30 seconds a moment lies in, counted from 1970. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  /** The code of a step. */
  public static String code(byte[] secret, long step) {
    return code(secret, step, DIGITS);
  }

  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hash(secret, step);
    int from = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, from, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
  }

  /**
   * The step whose code was typed; empty where it is none of this moment's, or was used.
   *
   * @param typed blanks in it are passed over
   * @param lastUsed codes of this step and older ones are used up
   */
  public static OptionalLong matching(byte[] secret, String typed, Instant at, long lastUsed) {
    byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(at) - WINDOW; step <= step(at) + WINDOW; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given) && step > lastUsed) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] hash(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.breachledger.pipeline.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Locks what is inside a backup: nobody reads it without the passphrase, and nobody changes a bit,
 * leaves out a part or cuts off the end unseen.
 *
 * <p>AES-256-GCM in segments of one mebibyte (Tink's streaming cipher), the plain header bound to
 * them; the key comes from the passphrase by 600,000 rounds of PBKDF2 with HMAC-SHA-512.
 */
final class Envelope {

  private static final int ROUNDS = 600_000;
  private static final int MOST_ROUNDS = 20_000_000;
  private static final int KEY = 32;
  private static final int SEGMENT = 1 << 20;

  private Envelope() {}

  /** What is written to the stream given back lies locked in {@code file}. Closing closes both. */
  static OutputStream lock(OutputStream file, Passphrase passphrase) throws IOException {
    return lock(file, passphrase, ROUNDS);
  }

  static OutputStream lock(OutputStream file, Passphrase passphrase, int rounds)
      throws IOException {
    byte[] salt = new byte[EnvelopeHeader.SALT];
    new SecureRandom().nextBytes(salt);
    byte[] stretched = passphrase.stretched(salt, rounds);
    EnvelopeHeader header = EnvelopeHeader.of(rounds, salt, check(stretched));
    file.write(header.bytes());
    try {
      return cipher(stretched).newEncryptingStream(file, header.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What lies locked in {@code file}. Nothing is handed on that was not found genuine; where
   * something is not, reading fails with an IOException.
   *
   * @throws BackupRefused where it is no backup, its beginning is damaged, or the passphrase is not
   *     the one it was locked with
   */
  static InputStream unlock(InputStream file, Passphrase passphrase) throws IOException {
    EnvelopeHeader header = EnvelopeHeader.read(file);
    if (header.rounds() < 1 || header.rounds() > MOST_ROUNDS) {
      throw BackupRefused.file("the beginning of the backup is damaged; use another copy of it");
    }
    byte[] stretched = passphrase.stretched(header.salt(), header.rounds());
    if (!header.knows(check(stretched))) {
      throw BackupRefused.file(
          "the passphrase is not the one the backup was locked with; mind capitals and spaces, and"
              + " that only the first line of a file counts");
    }
    try {
      return cipher(stretched).newDecryptingStream(file, header.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The second half of what the passphrase gives; the first is the key and says nothing of it. */
  private static byte[] check(byte[] stretched) {
    byte[] half = Arrays.copyOfRange(stretched, KEY, 2 * KEY);
    return Arrays.copyOf(EnvelopeHeader.sha256(half, half.length), EnvelopeHeader.CHECK);
  }

  private static AesGcmHkdfStreaming cipher(byte[] stretched) throws GeneralSecurityException {
    byte[] key = Arrays.copyOf(stretched, KEY);
    return new AesGcmHkdfStreaming(key, "HmacSha512", KEY, SEGMENT, 0);
  }
}

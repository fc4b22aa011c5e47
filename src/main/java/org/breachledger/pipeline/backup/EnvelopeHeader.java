package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.breachledger.incident.Sha256;

/**
 * The plain beginning of a backup: what it is, and what its key is made from besides the
 * passphrase.
 *
 * <p>Every format keeps this shape: 16 bytes of mark, 2 of format, 4 of rounds, 16 of salt, 16 to
 * know the passphrase by, and 16 of the SHA-256 over all before, so that a damaged beginning is not
 * taken for a wrong passphrase.
 */
final class EnvelopeHeader {

  /** The format written by this program. */
  static final int FORMAT = 1;

  static final int SALT = 16;
  static final int CHECK = 16;

  private static final byte[] MARK = "BREACHLEDGER-BAK".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM = 16;
  private static final int BODY = MARK.length + Short.BYTES + Integer.BYTES + SALT + CHECK;

  private final byte[] bytes;

  private EnvelopeHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A header of this program's format. */
  static EnvelopeHeader of(int rounds, byte[] salt, byte[] check) {
    return of(FORMAT, rounds, salt, check);
  }

  static EnvelopeHeader of(int format, int rounds, byte[] salt, byte[] check) {
    ByteBuffer header = ByteBuffer.allocate(BODY + SUM);
    header.put(MARK).putShort((short) format).putInt(rounds).put(salt, 0, SALT);
    header.put(check, 0, CHECK);
    header.put(sha256(header.array(), BODY), 0, SUM);
    return new EnvelopeHeader(header.array());
  }

  /**
   * Reads the beginning of a file.
   *
   * @throws BackupRefused where it is none of a backup, is damaged, or a newer program's
   */
  static EnvelopeHeader read(InputStream in) throws IOException {
    byte[] read = in.readNBytes(BODY + SUM);
    if (!Arrays.equals(Arrays.copyOf(read, MARK.length), MARK)) {
      throw BackupRefused.file("it is not a backup of Breachledger, or its beginning is damaged");
    }
    if (read.length < BODY + SUM) {
      throw BackupRefused.file("the backup is cut short; use another copy of it");
    }
    byte[] sum = Arrays.copyOf(sha256(read, BODY), SUM);
    if (!Arrays.equals(sum, Arrays.copyOfRange(read, BODY, BODY + SUM))) {
      throw BackupRefused.file("the beginning of the backup is damaged; use another copy of it");
    }
    EnvelopeHeader header = new EnvelopeHeader(read);
    if (header.format() != FORMAT) {
      throw BackupRefused.setUp(
          "The backup was written by a newer program; restore it with that one.");
    }
    return header;
  }

  /** The rounds of key stretching. */
  int rounds() {
    return ByteBuffer.wrap(bytes).getInt(MARK.length + Short.BYTES);
  }

  byte[] salt() {
    int from = MARK.length + Short.BYTES + Integer.BYTES;
    return Arrays.copyOfRange(bytes, from, from + SALT);
  }

  /** Whether the passphrase that gave {@code check} is the one this was written with. */
  boolean knows(byte[] check) {
    return MessageDigest.isEqual(
        Arrays.copyOf(check, CHECK), Arrays.copyOfRange(bytes, BODY - CHECK, BODY));
  }

  /** As it stands in the file. */
  byte[] bytes() {
    return bytes.clone();
  }

  static byte[] sha256(byte[] data, int length) {
    MessageDigest digest = Sha256.fresh();
    digest.update(data, 0, length);
    return digest.digest();
  }

  private int format() {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(MARK.length));
  }
}

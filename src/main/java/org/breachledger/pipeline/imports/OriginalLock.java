package org.breachledger.pipeline.imports;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Locks originals: nobody reads one without the key of the archive, and nobody changes a bit, cuts
 * off the end or puts one in the place of another unseen.
 *
 * <p>AES-256-GCM in segments of 16 KiB (Tink's streaming cipher, as for backups): with larger ones
 * the cipher takes long to become fast. Header and name are bound to them. The header: 16 bytes of
 * mark, 2 of format, 8 to know the key by.
 */
final class OriginalLock {

  /** Bytes of the header. */
  static final int HEADER = 26;

  private static final byte[] MARK = "BREACHLEDGER-ARC".getBytes(StandardCharsets.US_ASCII);
  private static final short FORMAT = 1;
  private static final int KNOWN_BY = 8;
  private static final int KEY = 32;
  private static final int SEGMENT = 1 << 14;

  private final AesGcmHkdfStreaming cipher;
  private final byte[] header;

  /** Locks with what is derived from the key of the archive for just this. */
  OriginalLock(byte[] key) {
    try {
      cipher =
          new AesGcmHkdfStreaming(derived(key, "originals", KEY), "HmacSha256", KEY, SEGMENT, 0);
      header =
          ByteBuffer.allocate(HEADER)
              .put(MARK)
              .putShort(FORMAT)
              .put(derived(key, "known by", KNOWN_BY))
              .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a file that begins so is locked, with whatever key; one of before is not. */
  static boolean isLocked(byte[] beginning) {
    return beginning.length >= MARK.length
        && Arrays.equals(beginning, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** What is written to the stream given back lies locked in {@code file}. Closing closes both. */
  OutputStream lock(OutputStream file, String name) throws IOException {
    file.write(header);
    try {
      return cipher.newEncryptingStream(file, bound(name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What lies locked in {@code file}. Nothing is handed on that was not found genuine; where
   * something is not, reading fails with an IOException.
   *
   * @throws ArchiveRefused where another key, or a newer program, locked it
   */
  InputStream unlock(InputStream file, String name) throws IOException {
    byte[] read = file.readNBytes(HEADER);
    int format = MARK.length + Short.BYTES;
    if (!Arrays.equals(Arrays.copyOf(read, format), Arrays.copyOf(header, format))) {
      throw new ArchiveRefused(
          "The original " + name + " is damaged, or was locked by a newer program.");
    }
    if (!Arrays.equals(read, header)) {
      throw new ArchiveRefused(
          "The original "
              + name
              + " is damaged, or was locked with another key than the one in secrets/"
              + ArchiveKey.FILE
              + ": bring that key back from a backup of its time.");
    }
    try {
      return cipher.newDecryptingStream(file, bound(name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bound(String name) {
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEADER + named.length).put(header).put(named).array();
  }

  private static byte[] derived(byte[] key, String purpose, int length)
      throws GeneralSecurityException {
    byte[] info = ("breachledger archive: " + purpose).getBytes(StandardCharsets.US_ASCII);
    return Hkdf.computeHkdf("HmacSha256", key, new byte[0], info, length);
  }
}

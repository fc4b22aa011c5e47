package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keeps every file that came in, under the hash of its bytes: nothing is lost, names say nothing.
 */
public final class Archive {

  private final Path folder;

  /** An archive below a folder. */
  public Archive(Path folder) {
    this.folder = folder;
  }

  /** The SHA-256 of a file, in hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Copies a file into the archive; one that is there already is left alone. The copy is on the
   * disk before it has its name: its original is deleted soon after.
   */
  public Path keep(Path file, String sha256) throws IOException {
    Path kept = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    if (!Files.exists(kept)) {
      Files.createDirectories(kept.getParent());
      Path beside = Files.createTempFile(kept.getParent(), ".arriving", "");
      Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel copy = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        copy.force(true);
      }
      Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }
}

package org.breachledger.access.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.breachledger.access.SecretSeal;
import org.jspecify.annotations.Nullable;

/**
 * The key of the seal, in a file of the home that only its owner reads; made at the first use. What
 * is in the database cannot be opened without it.
 */
final class SealKey {

  private final Path file;
  private @Nullable SecretSeal seal;

  SealKey(Path file) {
    this.file = file;
  }

  /** The seal with this installation's key. */
  synchronized SecretSeal seal() {
    if (seal == null) {
      seal = new SecretSeal(key());
    }
    return seal;
  }

  private byte[] key() {
    try {
      if (!Files.exists(file)) {
        write();
      }
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws IOException {
    byte[] key = new byte[SecretSeal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder,
            ".arriving",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
    Files.move(fresh, file);
  }
}

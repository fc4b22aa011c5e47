package org.breachledger.access.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.breachledger.access.KeyFile;
import org.breachledger.access.SecretSeal;
import org.jspecify.annotations.Nullable;

/**
 * The key of the seal, in a file of the home that only its owner reads; made at the first use. What
 * is in the database cannot be opened without it.
 */
final class SealKey {

  private final KeyFile file;
  private @Nullable SecretSeal seal;

  SealKey(Path file) {
    this.file = new KeyFile(file);
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
      Optional<byte[]> kept = file.find();
      return kept.isPresent() ? kept.get() : file.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.breachledger.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** A key of {@link SecretSeal#KEY_BYTES} in a file of the home that only its owner reads. */
public record KeyFile(Path file) {

  /**
   * The key; empty where there is no file.
   *
   * @throws IllegalStateException where the file holds something else
   */
  public Optional<byte[]> find() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
      if (key.length == SecretSeal.KEY_BYTES) {
        return Optional.of(key);
      }
    } catch (IllegalArgumentException e) {
      // Not a key either: said below.
    }
    throw new IllegalStateException(
        file + " is damaged: it holds no key. Bring it back from a backup.");
  }

  /**
   * Makes a key, on the disk before it is used. Of several programs that make one at once all get
   * the same.
   */
  public byte[] make() throws IOException {
    byte[] key = new byte[SecretSeal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".arriving", "", OwnerOnly.rights(folder));
    try {
      Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      OwnerOnly.publish(fresh, file);
    } catch (FileAlreadyExistsException e) {
      // Another program was first: its key is the one.
    } finally {
      Files.deleteIfExists(fresh);
    }
    return find().orElseThrow();
  }
}

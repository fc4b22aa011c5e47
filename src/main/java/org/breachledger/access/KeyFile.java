package org.breachledger.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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
    Path fresh = Files.createTempFile(folder, ".arriving", "", ownerOnly(folder));
    try {
      Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
      force(fresh, StandardOpenOption.WRITE);
      nameUnlessTaken(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
    try {
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // Some systems open no folder; there the name is on the disk as soon as they see fit.
    }
    return find().orElseThrow();
  }

  private void nameUnlessTaken(Path fresh) throws IOException {
    try {
      link(fresh);
    } catch (FileAlreadyExistsException e) {
      // Another program was first: its key is the one.
    }
  }

  /** A second name never replaces what is there, which a move might; not every disk has them. */
  private void link(Path fresh) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(fresh, file);
    }
  }

  /** Makes an empty file that only its owner reads, where there is none yet. */
  public static void createOwnerOnly(Path file) throws IOException {
    Files.createFile(file, ownerOnly(Objects.requireNonNull(file.toAbsolutePath().getParent())));
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}

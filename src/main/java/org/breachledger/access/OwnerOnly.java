package org.breachledger.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Makes files that only their owner reads, and that never stand in the place of another. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** What to make a file in that folder with; nothing where its disk knows no owners. */
  public static FileAttribute<?>[] rights(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes an empty file where there is none yet. */
  public static void create(Path file) throws IOException {
    Files.createFile(file, rights(Objects.requireNonNull(file.toAbsolutePath().getParent())));
  }

  /**
   * Gives a whole file its name in the same folder, on the disk as well.
   *
   * @throws FileAlreadyExistsException where something of that name is there
   */
  public static void publish(Path whole, Path file) throws IOException {
    try {
      link(whole, file);
    } finally {
      force(Objects.requireNonNull(file.getParent()));
    }
  }

  /** A second name never replaces what is there, which a move might; not every disk has them. */
  private static void link(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(whole, file);
    }
  }

  private static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Some systems open no folder; there the name is on the disk as soon as they see fit.
    }
  }
}

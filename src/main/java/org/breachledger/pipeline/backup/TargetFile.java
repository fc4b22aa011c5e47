package org.breachledger.pipeline.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is there whole or not at all, readable by its owner only, and never in place of
 * another.
 */
final class TargetFile implements AutoCloseable {

  private final Path target;
  private final Path unfinished;

  private TargetFile(Path target, Path unfinished) {
    this.target = target;
    this.unfinished = unfinished;
  }

  /**
   * The file to be.
   *
   * @throws BackupRefused where something of that name is there, or there is no such folder
   */
  static TargetFile at(Path file) {
    Path target = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(file);
    }
    if (!Files.isDirectory(folder)) {
      throw BackupRefused.setUp(
          "There is no folder " + folder + "; make it, or name a file in another one.");
    }
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".part";
    return new TargetFile(target, folder.resolve(name));
  }

  /** Where it lies until it is whole. */
  Path unfinished() {
    return unfinished;
  }

  /** A stream into the unfinished file; closing it waits until all is on the disk. */
  OutputStream open() throws IOException {
    boolean posix = Files.getFileStore(folder()).supportsFileAttributeView("posix");
    FileAttribute<?>[] rights =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel channel =
        FileChannel.open(
            unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights);
    OutputStream out = Channels.newOutputStream(channel);
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        if (channel.isOpen()) {
          channel.force(true);
        }
        super.close();
      }
    };
  }

  /**
   * Gives the whole file its name.
   *
   * @throws BackupRefused where something of that name came there meanwhile
   */
  void publish() throws IOException {
    try {
      link();
    } catch (FileAlreadyExistsException e) {
      throw taken(target);
    }
    try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Some systems open no folder; there the name is on the disk as soon as they see fit.
    }
  }

  /** Takes away what is unfinished. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }

  /** A second name never replaces what is there, which a move might; not every disk has them. */
  private void link() throws IOException {
    try {
      Files.createLink(target, unfinished);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(unfinished, target);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(target.getParent());
  }

  private static BackupRefused taken(Path file) {
    return BackupRefused.setUp(
        file + " exists already, and a backup overwrites nothing; name another file.");
  }
}

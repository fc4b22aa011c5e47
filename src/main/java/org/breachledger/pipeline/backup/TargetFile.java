package org.breachledger.pipeline.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.breachledger.access.OwnerOnly;

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
    FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.rights(folder()));
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
      OwnerOnly.publish(unfinished, target);
    } catch (FileAlreadyExistsException e) {
      throw taken(target);
    }
  }

  /** Takes away what is unfinished. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }

  private Path folder() {
    return Objects.requireNonNull(target.getParent());
  }

  private static BackupRefused taken(Path file) {
    return BackupRefused.setUp(
        file + " exists already, and a backup overwrites nothing; name another file.");
  }
}

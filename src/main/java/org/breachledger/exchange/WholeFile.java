package org.breachledger.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is there whole or as it was before: written beside, under a name that ends in {@code
 * .part}, and moved into its place when it is done.
 *
 * <p>What a link names is replaced, not the link; an older file's permissions stay. What cannot be
 * replaced is written straight: a pipe, a device, an open file under {@code /proc}, a file in a
 * folder where none can be made.
 */
public final class WholeFile implements Closeable {

  private static final int LINKS = 40;

  private final Path target;
  private final Path part;

  private WholeFile(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /** Begins a file; missing folders are made, nothing is at its place before {@link #done}. */
  public static WholeFile begin(Path file) throws IOException {
    Path target = behindLinks(file.toAbsolutePath());
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (!replaceable(target, folder)) {
      return new WholeFile(target, target);
    }
    Path part = folder.resolve(".breachledger-" + UUID.randomUUID() + ".part");
    try {
      Files.createFile(part);
    } catch (FileSystemException e) {
      if (e instanceof AccessDeniedException && Files.exists(target)) {
        return new WholeFile(target, target);
      }
      FileSystemException named = new FileSystemException(file.toString(), null, e.getReason());
      named.initCause(e);
      throw named;
    }
    WholeFile whole = new WholeFile(target, part);
    whole.takeOverPermissions();
    return whole;
  }

  /** Writes a file at once. */
  public static void write(Path file, byte[] content) throws IOException {
    try (WholeFile whole = begin(file)) {
      Files.write(whole.path(), content, StandardOpenOption.WRITE);
      whole.done();
    }
  }

  /** Where to write. */
  public Path path() {
    return part;
  }

  /** Gives what is written, and closed, its place. */
  public void done() throws IOException {
    if (!part.equals(target)) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes away what was not done. */
  @Override
  public void close() throws IOException {
    if (!part.equals(target)) {
      Files.deleteIfExists(part);
    }
  }

  private static Path behindLinks(Path file) throws IOException {
    Path at = file;
    for (int i = 0; i < LINKS && Files.isSymbolicLink(at) && !isOpenFile(at); i++) {
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static boolean replaceable(Path target, Path folder) throws IOException {
    if (!Files.exists(target)) {
      return !Files.isSymbolicLink(target);
    }
    return Files.isRegularFile(target) && Files.isWritable(target) && !isOpenFile(target);
  }

  /** A name under which another program holds a file open. */
  private static boolean isOpenFile(Path file) throws IOException {
    Path folder = file.getParent();
    return folder != null
        && Files.isDirectory(folder)
        && folder.toRealPath().startsWith(Path.of("/proc"));
  }

  private void takeOverPermissions() throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
      Files.setPosixFilePermissions(part, permissions);
    }
  }
}

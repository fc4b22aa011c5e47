package org.breachledger.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that is there whole or as it was before: written beside, under a name that ends in {@code
 * .part}, and moved into its place when it is done.
 *
 * <p>What a link names is replaced, not the link; an older file's permissions and group stay, and
 * its owner where the system lets us. What cannot be replaced is written straight: a pipe, a
 * device, an open file under {@code /proc}, a file in a folder where none can be made, one whose
 * permissions and group ours cannot have. What the system does not let be moved is copied.
 */
public final class WholeFile implements Closeable {

  private static final int LINKS = 40;

  /** Asked to make a file that is there, Linux refuses to open one of others in a shared folder. */
  private static final OpenOption[] OVER = {
    StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
  };

  /** How a new file gets the permissions and the group of an older one. */
  interface Likeness {
    /** Whether it has them now, and can be written. */
    boolean give(Path part, Path older) throws IOException;
  }

  /** How a file takes the place of another. */
  interface Move {
    /** Moves it, at once and whole. */
    void move(Path part, Path target) throws IOException;
  }

  private final Path target;
  private final Path part;

  private WholeFile(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /** Begins a file; missing folders are made, nothing is at its place before {@link #done}. */
  public static WholeFile begin(Path file) throws IOException {
    return begin(file, WholeFile::alike);
  }

  static WholeFile begin(Path file, Likeness likeness) throws IOException {
    Path target = behindLinks(file.toAbsolutePath());
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (!replaceable(target, folder)) {
      return straight(target);
    }
    Path part = folder.resolve(".breachledger-" + UUID.randomUUID() + ".part");
    try {
      Files.createFile(part);
    } catch (FileSystemException e) {
      if (e instanceof AccessDeniedException && Files.exists(target)) {
        return straight(target);
      }
      FileSystemException named = new FileSystemException(file.toString(), null, e.getReason());
      named.initCause(e);
      throw named;
    }
    boolean alike = false;
    try {
      alike = !Files.exists(target) || likeness.give(part, target);
    } finally {
      if (!alike) {
        Files.deleteIfExists(part);
      }
    }
    return alike ? new WholeFile(target, part) : straight(target);
  }

  static WholeFile straight(Path target) {
    return new WholeFile(target, target);
  }

  /** Writes a file at once. */
  public static void write(Path file, byte[] content) throws IOException {
    try (WholeFile whole = begin(file)) {
      whole.write(content);
      whole.done();
    }
  }

  void write(byte[] content) throws IOException {
    Files.write(part, content, OVER);
  }

  /** Where to write. */
  public Path path() {
    return part;
  }

  /** Gives what is written, and closed, its place. */
  public void done() throws IOException {
    done(
        (from, to) ->
            Files.move(
                from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  /** A file that is a mount of its own cannot be moved to, nor one of others in a shared folder. */
  void done(Move move) throws IOException {
    if (part.equals(target)) {
      return;
    }
    try {
      move.move(part, target);
    } catch (FileSystemException unmoved) {
      if (!Files.exists(target)) {
        throw unmoved;
      }
      try (InputStream in = Files.newInputStream(part);
          OutputStream out = Files.newOutputStream(target, OVER)) {
        in.transferTo(out);
      } catch (IOException e) {
        e.addSuppressed(unmoved);
        throw e;
      }
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

  /** The owner comes last: whoever gives a file away may not change it any more. */
  private static boolean alike(Path part, Path older) throws IOException {
    if (!Files.getFileStore(older).supportsFileAttributeView("posix")) {
      return true;
    }
    PosixFileAttributes wanted = Files.readAttributes(older, PosixFileAttributes.class);
    PosixFileAttributes had = Files.readAttributes(part, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    try {
      if (!had.group().equals(wanted.group())) {
        view.setGroup(wanted.group());
      }
      if (!had.permissions().equals(wanted.permissions())) {
        view.setPermissions(wanted.permissions());
      }
    } catch (FileSystemException e) {
      return false;
    }
    if (!had.owner().equals(wanted.owner())) {
      try {
        view.setOwner(wanted.owner());
      } catch (FileSystemException e) {
        // most systems let nobody but root do it; the group has the file still
      }
    }
    return Files.isWritable(part);
  }
}

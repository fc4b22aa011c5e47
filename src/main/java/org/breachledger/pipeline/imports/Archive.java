package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.breachledger.access.KeyFile;
import org.breachledger.incident.Sha256;
import org.breachledger.pipeline.home.Home;

/**
 * Keeps every file that came in, locked, under the hash of its plain bytes: nothing is lost, names
 * say nothing, and nobody reads one without the key in {@code secrets/}. Originals that an older
 * program kept are plain; they are read all the same until {@link PlainOriginals} are locked.
 */
public final class Archive {

  private final KeptFiles files;
  private final ArchiveKey key;

  /** The archive of a home. */
  public Archive(Home home) {
    files = new KeptFiles(home.archive());
    key = new ArchiveKey(new KeyFile(home.secrets().resolve(ArchiveKey.FILE)), files);
  }

  /** The SHA-256 of a file, in hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return sha256(in);
    }
  }

  /** The SHA-256 of what is left to read. */
  static String sha256(InputStream in) throws IOException {
    MessageDigest digest = Sha256.fresh();
    new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Locks a copy of a file into the archive; one that is there already and genuine is left alone.
   * The copy is on the disk before it has its name: its original is deleted soon after.
   *
   * @throws ArchiveRefused where the key is damaged, or missing though originals are locked with it
   */
  public Path keep(Path file, String sha256) throws IOException {
    Path kept = files.place(sha256);
    OriginalLock lock = key.lock();
    if (!genuine(sha256)) {
      try (InputStream in = Files.newInputStream(file);
          Beside copy = new Beside(kept)) {
        copy.fill(in, sha256, lock);
        copy.moveIntoPlace();
      }
    }
    return kept;
  }

  private boolean genuine(String sha256) throws IOException {
    if (!holds(sha256)) {
      return false;
    }
    try (InputStream in = open(sha256)) {
      return sha256(in).equals(sha256);
    } catch (ArchiveRefused damaged) {
      return false;
    }
  }

  /** Whether the original of that hash is there. */
  public boolean holds(String sha256) {
    return Files.isRegularFile(files.place(sha256));
  }

  /**
   * The plain bytes of an original.
   *
   * @throws ArchiveRefused where it is not what was kept, by this or by a read from the stream,
   *     before anything false is handed on; or where the key is not the one
   */
  public InputStream open(String sha256) throws IOException {
    SeekableByteChannel file = Files.newByteChannel(files.place(sha256));
    try {
      return plain(file, sha256);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** By one channel throughout, since the file may be replaced by its locked copy meanwhile. */
  private InputStream plain(SeekableByteChannel file, String sha256) throws IOException {
    InputStream in = Channels.newInputStream(file);
    boolean locked = OriginalLock.isLocked(in.readNBytes(OriginalLock.HEADER));
    file.position(0);
    if (locked) {
      return new GenuineStream(key.lockOfOriginals().unlock(in, sha256), sha256);
    }
    if (!sha256(in).equals(sha256)) {
      throw GenuineStream.damaged(sha256);
    }
    return Channels.newInputStream(file.position(0));
  }

  /** Puts the locked original in the place of a plain one, once it was read back. */
  void lockPlain(String sha256) throws IOException {
    Path kept = files.place(sha256);
    OriginalLock lock = key.lock();
    try (Beside copy = new Beside(kept)) {
      try (InputStream in = open(sha256)) {
        copy.fill(in, sha256, lock);
      }
      try (InputStream in = Files.newInputStream(copy.path);
          InputStream again = new GenuineStream(lock.unlock(in, sha256), sha256)) {
        if (!sha256(again).equals(sha256)) {
          throw GenuineStream.damaged(sha256);
        }
      }
      copy.moveIntoPlace();
    }
  }

  void refuseMissingKey() throws IOException {
    key.refuseMissing();
  }

  KeptFiles files() {
    return files;
  }

  /** A copy on its way into the archive: without a name until it is whole, or gone again. */
  private static final class Beside implements AutoCloseable {

    private final Path kept;
    private final Path path;

    Beside(Path kept) throws IOException {
      this.kept = kept;
      Path folder = Objects.requireNonNull(kept.getParent());
      Files.createDirectories(folder);
      path = Files.createTempFile(folder, ".arriving", "");
    }

    void fill(InputStream plain, String sha256, OriginalLock lock) throws IOException {
      try (OutputStream out = lock.lock(Files.newOutputStream(path), sha256)) {
        plain.transferTo(out);
      }
      try (FileChannel copy = FileChannel.open(path, StandardOpenOption.WRITE)) {
        copy.force(true);
      }
    }

    void moveIntoPlace() throws IOException {
      Files.move(path, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }
}

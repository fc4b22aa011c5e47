package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.breachledger.pipeline.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the originals an older program kept plain, each on its own: a program that is killed on the
 * way leaves every one whole, and the next goes on. What a killed program left half-written a day
 * ago is removed.
 */
public final class PlainOriginals {

  private static final Logger LOG = LoggerFactory.getLogger(PlainOriginals.class);
  private static final Duration ARRIVING = Duration.ofDays(1);

  /** No two threads of a program may ask for the lock of a file. */
  private static final Object ALONE = new Object();

  private final Home home;
  private final Archive archive;

  /** The plain originals of a home. */
  public PlainOriginals(Home home, Archive archive) {
    this.home = home;
    this.archive = archive;
  }

  /**
   * What became of them.
   *
   * @param left those that could not be locked and lie as they did
   */
  public record Outcome(int locked, int left) {}

  /** Work on the files of the archive. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Locks all there are.
   *
   * @param ending asked before each; where it says so no other is begun
   * @throws ArchiveRefused where the key is damaged or missing
   */
  public Outcome lock(Instant now, BooleanSupplier ending) throws IOException {
    archive.refuseMissingKey();
    removeUnfinished(now.minus(ARRIVING));
    int locked = 0;
    int left = 0;
    for (String sha256 : archive.files().listPlain()) {
      if (ending.getAsBoolean()) {
        break;
      }
      try {
        undisturbed(home, () -> lock(sha256));
        locked++;
      } catch (ArchiveRefused refused) {
        LOG.warn("{}", refused.sentence());
        left++;
      }
    }
    if (locked > 0) {
      LOG.info("{} originals of the archive are locked now", locked);
    }
    return new Outcome(locked, left);
  }

  private void removeUnfinished(Instant before) throws IOException {
    for (Path file : archive.files().listUnfinished()) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException e) {
        // It has its name now.
      }
    }
  }

  private void lock(String sha256) throws IOException {
    if (archive.holds(sha256)) {
      archive.lockPlain(sha256);
    }
  }

  /**
   * Does work while no original is being locked, by this program or another: one that is taken away
   * meanwhile would come back.
   */
  public static void undisturbed(Home home, Work work) throws IOException {
    synchronized (ALONE) {
      try (FileChannel door =
          FileChannel.open(
              home.folder().resolve("archive.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        door.lock();
        work.run();
      }
    }
  }
}

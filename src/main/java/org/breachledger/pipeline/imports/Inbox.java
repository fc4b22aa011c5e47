package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breachledger.pipeline.home.FilesBelow;

/**
 * The drop folder: a file is taken when it has settled, claimed by a rename, and lies in the
 * archive when it is gone from here. Links are left alone.
 */
public final class Inbox {

  private static final String CLAIM = ".claimed-";

  /** Before what was dropped later under the same name. */
  private static final Comparator<Path> CLAIMED_FIRST =
      Comparator.comparing(Inbox::isClaimed, Comparator.reverseOrder())
          .thenComparing(Comparator.naturalOrder());

  private final Path folder;
  private final Duration settled;

  /**
   * A drop folder.
   *
   * @param settled how long a file must have been left unchanged
   */
  public Inbox(Path folder, Duration settled) {
    this.folder = folder;
    this.settled = settled;
  }

  /**
   * What waits to be taken.
   *
   * @param files by path: those an interrupted run claimed, and those that had settled
   * @param closed how many folders cannot be opened, so that nobody knows what waits in them
   */
  public record Waiting(List<Path> files, int closed) {
    /** Copies the list. */
    public Waiting {
      files = List.copyOf(files);
    }
  }

  /**
   * What to take.
   *
   * @param until by when it had settled
   */
  public Waiting waiting(Instant until) throws IOException {
    int[] closed = {0};
    List<Path> files =
        FilesBelow.list(folder, file -> takeable(file, until), folder -> closed[0]++);
    files.sort(CLAIMED_FIRST);
    return new Waiting(files, closed[0]);
  }

  /**
   * Claims a file by renaming it, so that nobody writes to it under its old name unseen. Where
   * another of that name is claimed still, it keeps its own: neither may replace the other.
   *
   * @return the file as it is named now; empty where somebody has taken it away
   */
  public Optional<Path> claim(Path file) throws IOException {
    Path claimed = file.resolveSibling(CLAIM + file.getFileName());
    if (isClaimed(file) || Files.exists(claimed)) {
      return Optional.of(file);
    }
    try {
      return Optional.of(Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /**
   * Gives a file that could not be read its name back: it stays until somebody mends it. Where the
   * name is in use again it stays claimed.
   *
   * @return the file as it is named now
   */
  public Path release(Path claimed) throws IOException {
    Path dropped = claimed.resolveSibling(droppedName(claimed));
    if (!Files.exists(claimed) || Files.exists(dropped)) {
      return claimed;
    }
    return Files.move(claimed, dropped, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isClaimed(Path file) {
    return String.valueOf(file.getFileName()).startsWith(CLAIM);
  }

  /** The name a claimed file was dropped under. */
  public static String droppedName(Path claimed) {
    String name = String.valueOf(claimed.getFileName());
    return name.startsWith(CLAIM) ? name.substring(CLAIM.length()) : name;
  }

  private boolean takeable(Path file, Instant until) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (isClaimed(file)) {
      return true;
    }
    return !FileList.passedOver(name)
        && !Files.getLastModifiedTime(file).toInstant().isAfter(until.minus(settled));
  }
}

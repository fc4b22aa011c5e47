package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.pipeline.database.DatabaseUnavailable;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.home.Home;
import org.springframework.util.FileSystemUtils;

/**
 * The folder inside an empty home in which a restore comes about: moved into place when all is
 * done, the database last; otherwise taken away, so that the home is as empty as before.
 *
 * <p>What a killed restore left there, the next one clears away.
 */
final class RestoringHome implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String DATABASE = "postgres";
  private static final String OF_THE_DISK = "lost+found";

  private final Home home;
  private final Home work;
  private final boolean existed;
  private final List<Path> before;
  private final FileChannel lock;
  private final List<Path> moved = new ArrayList<>();
  private boolean done;

  private RestoringHome(Home home, boolean existed, List<Path> before, FileChannel lock) {
    this.home = home;
    this.work = new Home(home.restoring());
    this.existed = existed;
    this.before = before;
    this.lock = lock;
  }

  /**
   * Looks whether a home is empty: it may hold the folders that every home has, with nothing in
   * them.
   *
   * @throws BackupRefused where it holds anything else; the sentence names it
   */
  static void refuseUsed(Home home) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : list(home.folder())) {
      if (home.kept().contains(path)) {
        found.addAll(list(path));
      } else if (!path.equals(home.restoring()) && !path.endsWith(OF_THE_DISK)) {
        found.add(path);
      }
    }
    if (!found.isEmpty()) {
      throw BackupRefused.setUp(
          "The home "
              + home.folder()
              + " is not empty (it holds "
              + home.folder().relativize(found.get(0))
              + "), and a restore goes into an empty home only; name another folder with --home.");
    }
  }

  /** Begins a restore in a home that was found empty. */
  static RestoringHome in(Home home) throws IOException {
    boolean existed = Files.isDirectory(home.folder());
    List<Path> before = list(home.folder());
    home.prepare();
    Path folder = home.restoring();
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lock)) {
      lock.close();
      throw BackupRefused.setUp(
          "Another restore into " + home.folder() + " is running; wait for it.");
    }
    RestoringHome restoring = new RestoringHome(home, existed, before, lock);
    restoring.clear();
    restoring.work.prepare();
    return restoring;
  }

  /** The home as it comes about. */
  Home work() {
    return work;
  }

  /** Moves all into place; the database, without which a home has no record, last. */
  void moveIntoPlace() throws IOException {
    for (int at = 0; at < work.kept().size(); at++) {
      for (Path child : list(work.kept().get(at))) {
        move(child, home.kept().get(at).resolve(child.getFileName()));
      }
    }
    if (Files.exists(work.recipients())) {
      move(work.recipients(), home.recipients());
    }
    Path database = work.folder().resolve(DATABASE);
    if (Files.exists(database)) {
      move(database, home.folder().resolve(DATABASE));
    }
    done = true;
  }

  @Override
  public void close() throws IOException {
    clear();
    lock.close();
    FileSystemUtils.deleteRecursively(work.folder());
    if (!done) {
      for (Path path : moved) {
        FileSystemUtils.deleteRecursively(path);
      }
      for (Path folder : home.kept()) {
        if (!before.contains(folder)) {
          Files.deleteIfExists(folder);
        }
      }
      if (!existed) {
        Files.deleteIfExists(home.folder());
      }
    }
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to);
    moved.add(to);
  }

  private void clear() throws IOException {
    if (Files.exists(work.folder().resolve(DATABASE).resolve("data").resolve("postmaster.pid"))) {
      stopDatabase();
    }
    for (Path left : list(work.folder())) {
      if (!left.endsWith(LOCK)) {
        FileSystemUtils.deleteRecursively(left);
      }
    }
  }

  /** A killed restore leaves its server running: who joins it and leaves as the last stops it. */
  private void stopDatabase() {
    try {
      EmbeddedPostgres.start(work.folder()).close();
    } catch (DatabaseUnavailable e) {
      // It was never more than half there.
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}

package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps several programs on one home out of each other's way: one at a time starts or stops the
 * database, and the last one out stops it.
 *
 * <p>The operating system drops a lock with the program that held it, also after a kill −9.
 */
final class HomeLocks {

  private static final int TRIES = 1200;
  private static final int MILLISECONDS_BETWEEN = 100;

  /** Per home: one lock for all users in this program, since such a lock knows programs only. */
  private static final Map<Path, HomeLocks> IN_USE = new HashMap<>();

  private final FileChannel channel;
  private final FileLock shared;
  private int users;

  private HomeLocks(Path file) throws IOException {
    channel = open(file);
    shared = channel.lock(0, Long.MAX_VALUE, true);
  }

  /** Does the work of starting or stopping while nobody else does, on any home of this program. */
  static synchronized <T extends @Nullable Object> T alone(Path folder, Supplier<T> work) {
    try (FileChannel start = open(folder.resolve("start.lock"));
        FileLock lock = await(start, folder)) {
      assert lock.isValid();
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts one more user of the home; call inside {@link #alone}. */
  static synchronized void enter(Path folder) {
    IN_USE.computeIfAbsent(
            folder,
            home -> {
              try {
                return new HomeLocks(home.resolve("users.lock"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .users++;
  }

  /** Counts one user less; the last one of all programs does {@code lastOut}. Inside alone. */
  static synchronized void leave(Path folder, Runnable lastOut) {
    HomeLocks locks = IN_USE.get(folder);
    if (locks == null || --locks.users > 0) {
      return;
    }
    IN_USE.remove(folder);
    try (FileChannel channel = locks.channel) {
      locks.shared.release();
      try (FileLock only = channel.tryLock()) {
        if (only != null) {
          lastOut.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static FileLock await(FileChannel channel, Path folder) throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      Pause.of(MILLISECONDS_BETWEEN);
    }
    throw new DatabaseUnavailable(
        "Another Breachledger has been starting or stopping the database in "
            + folder
            + " for two minutes. Wait for it or end it, then try again.");
  }
}

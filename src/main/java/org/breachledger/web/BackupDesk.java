package org.breachledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.breachledger.calendar.London;
import org.breachledger.pipeline.backup.Asker;
import org.breachledger.pipeline.backup.Backup;
import org.breachledger.pipeline.backup.BackupRefused;
import org.breachledger.pipeline.backup.Manifest;
import org.breachledger.pipeline.backup.Passphrase;
import org.breachledger.pipeline.home.Home;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one backup at a time behind the pages, into the home's own folder. The pages hand none out:
 * whoever holds a backup and its passphrase reads everything, which an operator of the pages may
 * not.
 */
final class BackupDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
  private static final String SUFFIX = ".backup";

  private final Home home;
  private final Map<String, String> settings;
  private final Clock clock;
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile String progress = "";
  private volatile @Nullable Said last;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "backup-asked-for");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A desk of an installation.
   *
   * @param settings the environment, which may name an outside database
   */
  BackupDesk(Home home, Map<String, String> settings, Clock clock) {
    this.home = home;
    this.settings = Map.copyOf(settings);
    this.clock = clock;
  }

  /** What became of the last one asked for. */
  record Said(boolean well, String at, String sentence) {}

  /** A backup in the folder. */
  record Kept(String name, String size, String made) {}

  /** Begins a backup; false where one is being made. */
  boolean begin(Passphrase passphrase, Asker by) {
    if (!working.compareAndSet(false, true)) {
      return false;
    }
    progress = "";
    background.execute(() -> work(passphrase, by));
    return true;
  }

  /** How far the backup at work is, in words; empty where none is. */
  Optional<String> atWork() {
    return working.get() ? Optional.of(progress) : Optional.empty();
  }

  /** What became of the last one asked for since the program's start; empty where none was. */
  Optional<Said> said() {
    return Optional.ofNullable(last);
  }

  /** The backups in the folder, the newest first. */
  List<Kept> list() {
    if (!Files.isDirectory(home.backups())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.backups())) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(SUFFIX))
          .sorted(Comparator.reverseOrder())
          .map(BackupDesk::kept)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kept kept(Path file) {
    try {
      return new Kept(
          String.valueOf(file.getFileName()),
          Shown.bytes(Files.size(file)),
          Shown.moment(Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void work(Passphrase passphrase, Asker by) {
    try {
      Files.createDirectories(home.backups());
      String name = "breachledger-" + STAMP.format(clock.instant().atZone(London.ZONE)) + SUFFIX;
      Manifest made =
          new Backup(home, settings, clock)
              .write(home.backups().resolve(name), passphrase, by, this::progress);
      say(
          true,
          name
              + " was made and read back: "
              + made.tables().size()
              + " tables and "
              + made.files().size()
              + " files.");
    } catch (BackupRefused refused) {
      say(false, refused.sentence());
    } catch (IOException | RuntimeException e) {
      // The message may name a file as its sender did.
      LOG.error("a backup could not be made: {}", e.getClass().getSimpleName());
      say(false, "The backup could not be made. Check the space on the disk and try again.");
    } finally {
      working.set(false);
    }
  }

  private void progress(int done, int all) {
    progress = done + " of " + all + " pieces done";
  }

  private void say(boolean well, String sentence) {
    Instant now = clock.instant();
    last = new Said(well, Shown.moment(now), sentence);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}

package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.breachledger.pipeline.home.FilesBelow;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Inbox;

/** The files of a home that are the record's: all in its folders, and whom papers are sent to. */
record HomeFiles(Home home) {

  /** Takes one file after the other; the name is below the home, with slashes. */
  @FunctionalInterface
  interface Taking {
    void take(String name, FileTime modified, InputStream content) throws IOException, SQLException;
  }

  /** Lists files by their real names. */
  @FunctionalInterface
  private interface Listing {
    List<Path> list() throws IOException;
  }

  /**
   * Hands on every file. One that is gone by its turn was taken away meanwhile and is passed over;
   * so is one of the program's own that is still being written.
   *
   * @throws IOException where one cannot be read: a backup without it would be none
   */
  void each(Taking taking) throws IOException, SQLException {
    for (Path folder : home.kept()) {
      eachOf(folder, () -> filesIn(folder), taking);
    }
    if (Files.isRegularFile(home.recipients())) {
      take(slashed(home.folder().relativize(home.recipients())), home.recipients(), taking);
    }
  }

  /**
   * Hands on what waits to be imported, in the same way; what has not settled may be half a file.
   *
   * @param until by when it must have settled
   */
  void eachInbox(Instant until, Taking taking) throws IOException, SQLException {
    Inbox inbox = new Inbox(home.inbox(), Home.SETTLED);
    eachOf(home.inbox(), () -> inbox.waiting(until).files(), taking);
  }

  /** Looks again until nothing is new: what was gone may have been renamed, as by a claim. */
  private static void eachOf(Path folder, Listing listing, Taking taking)
      throws IOException, SQLException {
    Set<Path> taken = new HashSet<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Path file : listing.list()) {
        if (!taken.contains(file)) {
          again = true;
          String name = folder.getFileName() + "/" + slashed(folder.toRealPath().relativize(file));
          if (take(name, file, taking)) {
            taken.add(file);
          }
        }
      }
    }
  }

  private static boolean take(String name, Path file, Taking taking)
      throws IOException, SQLException {
    FileTime modified;
    InputStream content;
    try {
      modified = Files.getLastModifiedTime(file);
      content = Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      return false;
    }
    try (content) {
      taking.take(name, modified, content);
    }
    return true;
  }

  /**
   * Where a file of that name belongs.
   *
   * @throws BackupRefused where the name leads out of the home's folders
   */
  Path place(String name) {
    try {
      Path path = home.folder().resolve(name).normalize();
      if (within(path) && slashed(home.folder().relativize(path)).equals(name)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Not a name on this machine: refused below.
    }
    throw BackupRefused.file("the backup names a file outside the home's folders");
  }

  private boolean within(Path path) {
    return path.equals(home.recipients())
        || home.kept().stream().anyMatch(folder -> path.startsWith(folder) && !path.equals(folder));
  }

  /** A table is in force through a link as well, so that what it leads to is taken along. */
  private List<Path> filesIn(Path folder) throws IOException {
    if (folder.equals(home.jobs())) {
      return FilesBelow.listThroughLinks(folder, home.folder(), file -> true);
    }
    boolean ours = !folder.equals(home.inbox());
    return FilesBelow.list(folder, file -> !(ours && unfinished(file)));
  }

  private static boolean unfinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".arriving") || name.endsWith(".part");
  }

  private static String slashed(Path relative) {
    return String.join(
        "/", StreamSupport.stream(relative.spliterator(), false).map(Path::toString).toList());
  }
}

package org.breachledger.pipeline.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * The folder that holds an installation: database, drop folder, archive, papers, returned rows,
 * outgoing messages and the school's own tables.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

  /** How long a dropped file must have been left unchanged before it is taken from the inbox. */
  public static final Duration SETTLED = Duration.ofSeconds(10);

  /** Takes the folder by its absolute name. */
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Makes the folder, readable by its owner only, where it is missing. */
  public Home prepare() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
      }
    }
    for (Path below : kept()) {
      ownerOnly(below);
    }
    return this;
  }

  /** The folders whose files are the record's beside the database: what a backup takes along. */
  public List<Path> kept() {
    return List.of(inbox(), archive(), reports(), returns(), outbox(), jobs(), secrets());
  }

  /** Where a restore comes about; there is none while the installation is whole. */
  public Path restoring() {
    return folder.resolve("restoring");
  }

  /** What lies below may name people: nobody else on the machine reads it. */
  private static void ownerOnly(Path below) throws IOException {
    Files.createDirectories(below);
    if (Files.getFileStore(below).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Where spreadsheets are dropped for the nightly job. */
  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** Where every imported or refused file is kept, locked, by its hash. */
  public Path archive() {
    return folder.resolve("archive");
  }

  /** Where published papers lie. */
  public Path reports() {
    return folder.resolve("reports");
  }

  /** Where rows to fix come back. */
  public Path returns() {
    return folder.resolve("returns");
  }

  /** Where messages are written that no mail server took. */
  public Path outbox() {
    return folder.resolve("outbox");
  }

  /** The school's own tables, each in place of the shipped one of the same name. */
  public Path jobs() {
    return folder.resolve("jobs");
  }

  /** Where backups asked for on a page land; never part of a backup. */
  public Path backups() {
    return folder.resolve("backups");
  }

  /** Where keys lie that open what is sealed in the database and the archive. */
  public Path secrets() {
    return folder.resolve("secrets");
  }

  /**
   * Who stands behind the roles messages go to: a setting of the installation, as addresses are.
   */
  public Path recipients() {
    return folder.resolve("recipients.csv");
  }
}

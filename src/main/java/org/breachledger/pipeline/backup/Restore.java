package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import org.breachledger.access.OwnerOnly;
import org.breachledger.pipeline.database.DatabaseDoor;
import org.breachledger.pipeline.home.Home;
import org.breachledger.record.AuditDetails;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back into an empty home: the same rows, the same files, the same audit trails.
 *
 * <p>The whole file is found genuine before anything is written. It comes about beside the home's
 * own folders, and is moved there when every count and checksum is as its manifest says; until then
 * whatever fails leaves the home as empty as it was.
 */
public final class Restore {

  private final Home home;
  private final Map<String, String> settings;
  private final Clock clock;

  /**
   * A restore into a home.
   *
   * @param settings the environment
   * @param clock the machine's, never one fixed by an as-of
   */
  public Restore(Home home, Map<String, String> settings, Clock clock) {
    this.home = home;
    this.settings = Map.copyOf(settings);
    this.clock = clock;
  }

  /**
   * What was restored.
   *
   * @param findings what is wrong with audit trails that were broken when the backup was made; none
   *     where all are whole
   */
  public record Restored(Manifest manifest, List<String> findings) {

    /** Copies the list. */
    public Restored {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Restores a file.
   *
   * @throws BackupRefused where the home or the database is not empty, the file is no backup, is
   *     damaged, is a newer program's or locked with another passphrase
   */
  public Restored from(Path file, Passphrase passphrase, Steps steps) throws IOException {
    RestoringHome.refuseUsed(home);
    BackupFile backup = new BackupFile(file, passphrase);
    Manifest manifest = backup.check();
    Schema.refuseNewer(manifest);
    HomeFiles places = new HomeFiles(home);
    manifest.files().forEach(kept -> places.place(kept.name()));
    try (RestoringHome restoring = RestoringHome.in(home)) {
      return restore(backup, manifest, restoring, steps);
    } catch (SQLException e) {
      throw BackupRefused.setUp(
          "The backup is whole, but the database did not take its tables in (SQL state "
              + e.getSQLState()
              + "); nothing was kept. Check the space on the disk and the server's log.");
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw BackupRefused.setUp(
          "The backup is whole, but it could not be written to "
              + home.folder()
              + "; nothing was kept. Check the space on the disk.");
    }
  }

  private Restored restore(
      BackupFile backup, Manifest manifest, RestoringHome restoring, Steps steps)
      throws IOException, SQLException {
    @Nullable RecordDatabase filled = null;
    try (RecordDatabase database = RecordDatabase.open(restoring.work(), settings)) {
      database.refuseFilled();
      filled = database;
      List<String> findings = fill(database, backup, manifest, restoring.work(), steps);
      database.close();
      restoring.moveIntoPlace();
      filled = null;
      return new Restored(manifest, findings);
    } finally {
      if (filled != null) {
        filled.emptyAgain();
      }
    }
  }

  private List<String> fill(
      RecordDatabase database, BackupFile backup, Manifest manifest, Home work, Steps steps)
      throws IOException, SQLException {
    Schema.migrate(database.address(), manifest.schema());
    HomeFiles places = new HomeFiles(work);
    try (Filling filling = new Filling(database, manifest)) {
      int[] parts = {0};
      backup.unpack(
          manifest,
          (part, content) -> {
            steps.done(parts[0]++, manifest.tables().size() + manifest.files().size());
            if (part.getName().startsWith(BackupFile.TABLES)) {
              filling.fill(part.getName().substring(BackupFile.TABLES.length()), content);
            } else {
              place(part, places, content);
            }
          });
      filling.finish();
    }
    Schema.migrate(database.address(), null);
    DatabaseDoor.checkRuntime(database.address());
    try (Trails trails = new Trails(database.address(), clock)) {
      List<String> findings = trails.findings();
      trails.append(
          Asker.COMMAND_LINE,
          "restore",
          AuditDetails.none().and("backupOf", manifest.moment().toString()));
      return findings;
    }
  }

  private static void place(ZipEntry part, HomeFiles places, InputStream content)
      throws IOException {
    Path path = places.place(part.getName().substring(BackupFile.FILES.length()));
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    OwnerOnly.create(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      content.transferTo(out);
      channel.force(true);
    }
    FileTime modified = part.getLastModifiedTime();
    if (modified != null) {
      Files.setLastModifiedTime(path, modified);
    }
  }
}

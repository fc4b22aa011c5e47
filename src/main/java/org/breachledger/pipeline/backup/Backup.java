package org.breachledger.pipeline.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.Sha256;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.home.ProgramVersion;
import org.breachledger.record.AuditDetails;

/**
 * Makes a backup: the record of every trust and the files of the home, as of one moment, in one
 * locked file. Other work goes on meanwhile.
 *
 * <p>Changes nothing but the audit trails: each is told before that a backup begins, which the
 * backup holds too, and after that it was made.
 */
public final class Backup {

  private static final int BUFFER = 1 << 16;

  private final Home home;
  private final Map<String, String> settings;
  private final Clock clock;

  /**
   * A backup of an installation.
   *
   * @param settings the environment
   * @param clock the machine's, never one fixed by an as-of
   */
  public Backup(Home home, Map<String, String> settings, Clock clock) {
    this.home = home;
    this.settings = Map.copyOf(settings);
    this.clock = clock;
  }

  /**
   * Writes it, and reads it back to see that it is whole. The file appears when all that is done.
   *
   * @param file not there yet
   * @param by who asks for it, which is on record
   * @return what it holds
   * @throws BackupRefused where the file is there, or there is nothing to back up
   * @throws IOException where the file cannot be written or a file of the home cannot be read
   */
  public Manifest write(Path file, Passphrase passphrase, Asker by, Steps steps)
      throws IOException {
    refuseNothing(DatabaseAddress.find(settings));
    try (TargetFile target = TargetFile.at(file);
        RecordDatabase database = RecordDatabase.open(home, settings)) {
      String schema = Schema.find(database.address()).orElseThrow(this::nothing);
      try (Trails trails = new Trails(database.address(), clock)) {
        trails.append(by, "begin-backup", AuditDetails.none());
        AuditDetails made = pack(database, target, passphrase, schema, steps);
        Manifest manifest = new BackupFile(target.unfinished(), passphrase).check();
        target.publish();
        trails.append(by, "finish-backup", made);
        return manifest;
      }
    }
  }

  private AuditDetails pack(
      RecordDatabase database, TargetFile target, Passphrase passphrase, String schema, Steps steps)
      throws IOException {
    try (DigestOutputStream disk =
        new DigestOutputStream(new BufferedOutputStream(target.open(), BUFFER), Sha256.fresh())) {
      try (OutputStream locked = Envelope.lock(disk, passphrase);
          Parcel parcel = new Parcel(locked)) {
        pack(database, parcel, schema, steps);
      }
      return AuditDetails.none()
          .and("sha256", HexFormat.of().formatHex(disk.getMessageDigest().digest()))
          .and("bytes", Files.size(target.unfinished()));
    } catch (SQLException e) {
      throw BackupRefused.setUp(
          "The database at "
              + database.address().shown()
              + " did not let itself be read to the end (SQL state "
              + e.getSQLState()
              + "); no backup was made. Look into the server's log and try again.");
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw BackupRefused.setUp(
          "The backup could not be written to its end; none was made. Check the space on the disk"
              + " and that it can be read and written.");
    }
  }

  private void pack(RecordDatabase database, Parcel parcel, String schema, Steps steps)
      throws IOException, SQLException {
    HomeFiles places = new HomeFiles(home);
    Map<String, Manifest.Kept> files = new LinkedHashMap<>();
    // What is imported from here on has left the inbox: it is in this part, in the tables, or both.
    places.eachInbox(clock.instant(), filing(parcel, files));
    try (Connection reader = database.reader()) {
      Tables tables = new Tables(reader);
      reader.setReadOnly(true);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.setAutoCommit(false);
      List<Manifest.Head> heads = tables.heads();
      Instant moment = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      List<Manifest.Table> packed = pack(tables, parcel, steps);
      List<Manifest.Sequence> sequences = tables.sequences();
      places.each(filing(parcel, files));
      Manifest manifest =
          new Manifest(
              ProgramVersion.ofThisBuild(),
              schema,
              moment,
              packed,
              sequences,
              List.copyOf(files.values()),
              heads);
      reader.rollback();
      parcel.add(
          BackupFile.MANIFEST,
          null,
          out -> {
            out.write(BackupFile.JSON.writeValueAsBytes(manifest));
            return 0;
          });
    }
  }

  private static List<Manifest.Table> pack(Tables tables, Parcel parcel, Steps steps)
      throws IOException, SQLException {
    List<Manifest.Table> packed = new ArrayList<>();
    List<Tables.Shape> shapes = tables.list();
    for (Tables.Shape shape : shapes) {
      steps.done(packed.size(), shapes.size());
      Parcel.Packed part =
          parcel.add(BackupFile.TABLES + shape.name(), null, out -> tables.write(shape, out));
      packed.add(
          new Manifest.Table(
              shape.name(), shape.columns(), part.said(), part.bytes(), part.sha256()));
    }
    return packed;
  }

  /** Packs each file once: what still waits in the inbox has its part already. */
  private static HomeFiles.Taking filing(Parcel parcel, Map<String, Manifest.Kept> files) {
    return (name, modified, content) -> {
      if (!files.containsKey(name)) {
        Parcel.Packed part = parcel.add(BackupFile.FILES + name, modified, content::transferTo);
        files.put(name, new Manifest.Kept(name, part.bytes(), part.sha256()));
      }
    };
  }

  private void refuseNothing(Optional<DatabaseAddress> outside) {
    if (outside.isEmpty() && !EmbeddedPostgres.isIn(home.folder())) {
      throw nothing();
    }
  }

  private BackupRefused nothing() {
    return BackupRefused.setUp(
        "There is no record in " + home.folder() + " to back up; name its home with --home.");
  }
}

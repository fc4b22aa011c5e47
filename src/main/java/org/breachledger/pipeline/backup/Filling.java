package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.incident.Sha256;

/** Fills the tables of an empty database, all in one transaction, and compares what came to be. */
final class Filling implements AutoCloseable {

  private final Connection connection;
  private final Tables tables;
  private final Manifest manifest;
  private final Map<String, Tables.Shape> shapes;

  /**
   * Begins.
   *
   * @param database migrated to the backup's layout
   * @throws BackupRefused where that has other tables than the backup
   */
  Filling(RecordDatabase database, Manifest manifest) throws SQLException {
    this.manifest = manifest;
    connection = database.loader();
    try {
      tables = new Tables(connection);
      connection.setAutoCommit(false);
      shapes = tables.list().stream().collect(Collectors.toMap(Tables.Shape::name, one -> one));
      if (!columns(shapes).equals(columnsOfBackup())) {
        throw other();
      }
      tables.empty();
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes the rows of a table in. */
  void fill(String table, InputStream rows) throws SQLException, IOException {
    long taken = tables.read(shape(table), rows);
    if (taken != listed(table).rows()) {
      throw other();
    }
  }

  /** Sets the counters, finds every table to be what it was, and keeps it. */
  void finish() throws SQLException, IOException {
    for (Manifest.Sequence sequence : manifest.sequences()) {
      tables.set(sequence);
    }
    for (Manifest.Table table : manifest.tables()) {
      DigestOutputStream digest =
          new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.fresh());
      tables.write(shape(table.name()), digest);
      String sha256 = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      if (!sha256.equals(table.sha256())) {
        throw BackupRefused.setUp(
            "The table "
                + table.name()
                + " came out of the database otherwise than it is in the backup; nothing was"
                + " kept. Restore into the database in a home, without SPRING_DATASOURCE_URL.");
      }
    }
    if (!tables.heads().equals(manifest.heads())) {
      throw other();
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  /** Ends; what was not finished is undone. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Tables.Shape shape(String table) {
    Tables.Shape shape = shapes.get(table);
    if (shape == null) {
      throw other();
    }
    return shape;
  }

  private Manifest.Table listed(String table) {
    return manifest.tables().stream()
        .filter(one -> one.name().equals(table))
        .findFirst()
        .orElseThrow(Filling::other);
  }

  private Map<String, Object> columnsOfBackup() {
    Map<String, Object> columns = new TreeMap<>();
    manifest.tables().forEach(table -> columns.put(table.name(), table.columns()));
    return columns;
  }

  private static Map<String, Object> columns(Map<String, Tables.Shape> shapes) {
    Map<String, Object> columns = new TreeMap<>();
    shapes.values().forEach(shape -> columns.put(shape.name(), shape.columns()));
    return columns;
  }

  private static BackupRefused other() {
    return BackupRefused.file("the backup's tables are not those of the layout it names");
  }
}

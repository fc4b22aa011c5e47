package org.breachledger.pipeline.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.DatabaseDoor;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.database.OutsideRights;
import org.breachledger.pipeline.home.Home;
import org.jspecify.annotations.Nullable;

/** The database of an installation, up but neither migrated nor otherwise touched. */
final class RecordDatabase implements AutoCloseable {

  private final @Nullable EmbeddedPostgres embedded;
  private final DatabaseAddress address;
  private final Map<String, String> settings;

  private RecordDatabase(
      @Nullable EmbeddedPostgres embedded, DatabaseAddress address, Map<String, String> settings) {
    this.embedded = embedded;
    this.address = address;
    this.settings = settings;
  }

  /** Opens the outside server that the settings name, else the home's own. */
  static RecordDatabase open(Home home, Map<String, String> settings) {
    DatabaseAddress outside = DatabaseAddress.find(settings).orElse(null);
    if (outside != null) {
      DatabaseDoor.check(outside);
      return new RecordDatabase(null, outside, settings);
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.start(home.folder());
    return new RecordDatabase(embedded, embedded.address(), settings);
  }

  /** Where it is. */
  DatabaseAddress address() {
    return address;
  }

  /** Reads every trust, writes nothing. */
  Connection reader() throws SQLException {
    return embedded == null ? OutsideRights.reader(address, settings) : embedded.reader();
  }

  /** Held back by no policy and no trigger. */
  Connection loader() throws SQLException {
    Connection connection = embedded == null ? OutsideRights.loader(address) : embedded.loader();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * A restore fills an empty database only.
   *
   * @throws BackupRefused where there is anything in it
   */
  void refuseFilled() throws SQLException {
    try (Connection connection = loader();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select exists (select from pg_class where relnamespace = 'public'::regnamespace)")) {
      if (found.next() && found.getBoolean(1)) {
        throw BackupRefused.setUp(
            "The database at "
                + address.shown()
                + " is not empty, and a restore goes into an empty one only; name another by"
                + " SPRING_DATASOURCE_URL.");
      }
    }
  }

  /** Leaves an outside database as empty as it was; the one in the home goes with its folder. */
  void emptyAgain() {
    if (embedded == null) {
      Schema.remove(address);
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}

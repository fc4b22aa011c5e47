package org.breachledger.pipeline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What a login of an outside server must be allowed for a backup and a restore: to read the record
 * of every trust, and to fill an empty database past policies and triggers.
 */
public final class OutsideRights {

  private static final String ABOVE =
      "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";

  private OutsideRights() {}

  /**
   * A connection that reads every trust's record: as {@code BREACHLEDGER_BACKUP_USERNAME}, {@code
   * _PASSWORD} where set, else as the owner; through the role {@code breachledger_backup} where the
   * login itself may not.
   *
   * @throws DatabaseUnavailable where it would leave out trusts
   */
  public static Connection reader(DatabaseAddress address, Map<String, String> settings)
      throws SQLException {
    String named = settings.getOrDefault("BREACHLEDGER_BACKUP_USERNAME", "");
    String user = named.isBlank() ? address.ownerUser() : named;
    String password =
        named.isBlank()
            ? address.ownerPassword()
            : settings.getOrDefault("BREACHLEDGER_BACKUP_PASSWORD", "");
    Connection connection = DatabaseDoor.open(address, user, password);
    if (isAbove(connection)
        || (allowed(connection, "set role " + PostgresPasswords.BACKUP) && isAbove(connection))) {
      return connection;
    }
    connection.close();
    throw new DatabaseUnavailable(
        "On "
            + address.shown()
            + " the login "
            + user
            + " may not read the record of every trust, so a backup would leave some out. Let the"
            + " server's administrator run: alter role breachledger_backup bypassrls; grant"
            + " breachledger_backup to "
            + user
            + ";");
  }

  /**
   * A connection of the owner that no policy and no trigger holds back.
   *
   * @throws DatabaseUnavailable where the server does not allow the owner that
   */
  public static Connection loader(DatabaseAddress address) throws SQLException {
    Connection connection =
        DatabaseDoor.open(address, address.ownerUser(), address.ownerPassword());
    if (isAbove(connection) && allowed(connection, "set session_replication_role = replica")) {
      return connection;
    }
    connection.close();
    throw new DatabaseUnavailable(
        "On "
            + address.shown()
            + " the login "
            + address.ownerUser()
            + " may not fill a database as it was. Let the server's administrator run, for the time"
            + " of the restore: alter role "
            + address.ownerUser()
            + " superuser; or, from PostgreSQL 15 on: alter role "
            + address.ownerUser()
            + " bypassrls; grant set on parameter session_replication_role to "
            + address.ownerUser()
            + ";");
  }

  private static boolean isAbove(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(ABOVE)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static boolean allowed(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState()) || "22023".equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}

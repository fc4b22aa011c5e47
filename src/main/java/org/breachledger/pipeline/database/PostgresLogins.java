package org.breachledger.pipeline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The three logins and the database of Breachledger in a new server: the owner migrates, the
 * application works under row-level security, the backup reads everything and writes nothing.
 */
final class PostgresLogins {

  static final String DATABASE = "breachledger";

  private static final String DONE = "The record of Breachledger";
  private static final String NO_POWER = "nosuperuser nocreatedb nocreaterole noreplication";

  private final Administrator administrator;
  private final PostgresPasswords passwords;

  PostgresLogins(Administrator administrator, PostgresPasswords passwords) {
    this.administrator = administrator;
    this.passwords = passwords;
  }

  /** Creates what is missing; a second call, also after a stopped first one, changes nothing. */
  void create(int port) {
    try (Connection connection = administrator.connect(port);
        Statement statement = connection.createStatement()) {
      if (isDone(statement)) {
        return;
      }
      login(statement, PostgresPasswords.OWNER, "nobypassrls");
      login(statement, PostgresPasswords.APPLICATION, "nobypassrls");
      login(statement, PostgresPasswords.BACKUP, "bypassrls");
      statement.execute(
          "alter role " + PostgresPasswords.BACKUP + " set default_transaction_read_only = on");
      if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + PostgresPasswords.OWNER);
      }
      statement.execute("revoke all on database " + DATABASE + " from public");
      statement.execute(
          "grant connect, temporary on database "
              + DATABASE
              + " to "
              + PostgresPasswords.APPLICATION);
      statement.execute(
          "grant connect on database " + DATABASE + " to " + PostgresPasswords.BACKUP);
      statement.execute("comment on database " + DATABASE + " is '" + DONE + "'");
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The logins of the database in the home cannot be created (SQL state "
              + e.getSQLState()
              + "). Look into the server's log below postgres/log.",
          e);
    }
  }

  private void login(Statement statement, String name, String rowSecurity) throws SQLException {
    if (!exists(statement, "select from pg_roles where rolname = '" + name + "'")) {
      statement.execute("create role " + name);
    }
    statement.execute(
        "alter role %s with login %s %s password '%s'"
            .formatted(name, NO_POWER, rowSecurity, passwords.of(name)));
  }

  private static boolean isDone(Statement statement) throws SQLException {
    return exists(
        statement,
        "select from pg_database where datname = '%s' and shobj_description(oid, 'pg_database') = '%s'"
            .formatted(DATABASE, DONE));
  }

  private static boolean exists(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      return rows.next();
    }
  }
}

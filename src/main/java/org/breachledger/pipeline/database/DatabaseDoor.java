package org.breachledger.pipeline.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Tries the database once before anything is built on it, and says plainly why it cannot be used.
 */
public final class DatabaseDoor {

  private static final int OLDEST = 14;
  private static final String SECONDS_TO_ANSWER = "5";

  private DatabaseDoor() {}

  /**
   * Before the migrations: the server answers the owner's login, is PostgreSQL and new enough,
   * keeps what it says it kept, the three roles are there or may be created, and no newer program
   * has laid the record out.
   *
   * @throws DatabaseUnavailable with what is wrong and what to do
   */
  public static void check(DatabaseAddress address) {
    try (Connection owner = open(address, address.ownerUser(), address.ownerPassword())) {
      int major = owner.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST) {
        throw new DatabaseUnavailable(
            "The server at "
                + address.shown()
                + " is PostgreSQL "
                + major
                + "; Breachledger needs PostgreSQL "
                + OLDEST
                + " or newer. Upgrade the server, or unset SPRING_DATASOURCE_URL to use the"
                + " database in the home.");
      }
      refuseForgetfulness(owner, address);
      refuseMissingRoles(owner, address);
      refuseNewer(owner, address);
      refuseUngranted(owner, address);
    } catch (SQLException e) {
      throw refusal(address, address.ownerUser(), e);
    }
  }

  /**
   * After the migrations: the application's connection works as a role that row-level security
   * holds.
   *
   * @throws DatabaseUnavailable where the role is a superuser, may pass row-level security or owns
   *     the tables, or the login may not become the role
   */
  public static void checkRuntime(DatabaseAddress address) {
    try (Connection application = open(address, address.appUser(), address.appPassword());
        Statement statement = application.createStatement()) {
      if (address.initSql() != null) {
        statement.execute(address.initSql());
      }
      refuseTooMuchPower(statement, address);
    } catch (SQLException e) {
      throw refusal(address, address.appUser(), e);
    }
  }

  /** A connection that answers within five seconds or fails. */
  static Connection open(DatabaseAddress address, String user, String password)
      throws SQLException {
    if (!address.url().startsWith("jdbc:postgresql:")) {
      throw new DatabaseUnavailable(
          "The address "
              + address.shown()
              + " is no PostgreSQL address: write SPRING_DATASOURCE_URL as"
              + " jdbc:postgresql://host:5432/database.");
    }
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("loginTimeout", SECONDS_TO_ANSWER);
    login.setProperty("connectTimeout", SECONDS_TO_ANSWER);
    return DriverManager.getConnection(address.url(), login);
  }

  /** A newer program may keep what this one would not, and the other way round. */
  private static void refuseNewer(Connection owner, DatabaseAddress address) throws SQLException {
    Optional<MigrationVersion> found = Layout.find(owner);
    MigrationVersion known = Layout.newestKnown();
    if (found.filter(layout -> layout.isNewerThan(known)).isPresent()) {
      throw new DatabaseUnavailable(
          "The record at "
              + address.shown()
              + " was upgraded by a newer program (layout "
              + found.get().getVersion()
              + "; this program knows layouts up to "
              + known.getVersion()
              + "). Start the newer program again, or restore the backup from before the upgrade"
              + " into an empty home.");
    }
  }

  /** A server that may lose or tear what it said is stored must not hold the record. */
  private static void refuseForgetfulness(Connection owner, DatabaseAddress address)
      throws SQLException {
    String off =
        """
        select string_agg(name, ', ' order by name) from pg_settings
        where name in ('fsync', 'full_page_writes', 'data_checksums') and setting <> 'on'
        """;
    try (Statement statement = owner.createStatement();
        ResultSet answer = statement.executeQuery(off)) {
      if (answer.next() && answer.getString(1) != null) {
        throw new DatabaseUnavailable(forgetful(address, answer.getString(1)));
      }
    }
  }

  private static String forgetful(DatabaseAddress address, String off) {
    return "The server at "
        + address.shown()
        + " works with "
        + off
        + " off, so that a power cut or a failing disk could damage the record unseen. Let the"
        + " server's administrator switch it on: fsync and full_page_writes by alter system set"
        + " … = on; select pg_reload_conf(); and data_checksums by pg_checksums --enable while the"
        + " server is stopped.";
  }

  private static void refuseMissingRoles(Connection owner, DatabaseAddress address)
      throws SQLException {
    String missing =
        """
        select not (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
           and 3 > (select count(*) from pg_roles where rolname in
                     ('breachledger_owner', 'breachledger_app', 'breachledger_backup'))
        """;
    if (isTrue(owner.createStatement(), missing)) {
      throw new DatabaseUnavailable(
          "The roles of Breachledger are missing on "
              + address.shown()
              + " and "
              + address.ownerUser()
              + " may not create them. Let the server's administrator run: create role"
              + " breachledger_owner; create role breachledger_app; create role breachledger_backup"
              + " bypassrls; grant breachledger_app to "
              + address.appUser()
              + ";");
    }
  }

  /**
   * Roles that are there already were given to somebody else, perhaps; the first migration gives
   * them to a login that may give them to itself, and to no other.
   */
  private static void refuseUngranted(Connection owner, DatabaseAddress address)
      throws SQLException {
    String ungranted =
        """
        select not pg_has_role(login.rolname, app.rolname, 'member')
           and not (? and pg_has_role(current_user, app.rolname, 'member with admin option'))
        from pg_roles app, pg_roles login
        where app.rolname = 'breachledger_app' and login.rolname = ?
        """;
    try (PreparedStatement question = owner.prepareStatement(ungranted)) {
      question.setBoolean(1, Layout.find(owner).isEmpty());
      question.setString(2, address.appUser());
      try (ResultSet answer = question.executeQuery()) {
        if (answer.next() && answer.getBoolean(1)) {
          throw new DatabaseUnavailable(
              DoorSentence.of(DoorSentence.UNGRANTED, address.shown(), address.appUser()));
        }
      }
    }
  }

  private static void refuseTooMuchPower(Statement statement, DatabaseAddress address)
      throws SQLException {
    String tooMuch =
        """
        select rolsuper or rolbypassrls or exists (
                 select from pg_class
                 where relkind = 'r' and relnamespace = 'public'::regnamespace
                   and pg_has_role(current_user, relowner, 'usage'))
        from pg_roles where rolname = current_user
        """;
    if (isTrue(statement, tooMuch)) {
      throw new DatabaseUnavailable(
          "The login "
              + address.appUser()
              + " would work on "
              + address.shown()
              + " as a superuser, as the tables' owner or past row-level security, so one trust"
              + " could see another's record. Let it work as breachledger_app, which must be"
              + " neither: alter role breachledger_app nosuperuser nobypassrls;");
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (statement;
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static DatabaseUnavailable refusal(
      DatabaseAddress address, String user, SQLException failure) {
    return new DatabaseUnavailable(
        DoorSentence.of(failure.getSQLState(), address.shown(), user), failure);
  }
}

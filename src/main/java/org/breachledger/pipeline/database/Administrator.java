package org.breachledger.pipeline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administrator of the server in the home: sets it up and knows it again, nothing else. */
record Administrator(String password) {

  private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

  /** A connection to the server's own database, within ten seconds or not at all. */
  Connection connect(int port) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", PostgresPasswords.ADMINISTRATOR);
    login.setProperty("password", password);
    login.setProperty("loginTimeout", "10");
    login.setProperty("connectTimeout", "5");
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
  }

  /** Whether the server on a port takes our password and works on {@code data}. */
  boolean knows(int port, Path data) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement();
        ResultSet directory = statement.executeQuery("show data_directory")) {
      return directory.next() && Files.isSameFile(Path.of(directory.getString(1)), data);
    } catch (SQLException | IOException e) {
      LOG.debug("The database on port {} does not answer yet", port);
      return false;
    }
  }

  /** Shows no password. */
  @Override
  public String toString() {
    return "Administrator";
  }
}

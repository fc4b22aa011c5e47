package org.breachledger.pipeline.database;

import org.jspecify.annotations.Nullable;

/** What a refused connection means for the person who set it up, by the server's SQL state. */
final class DoorSentence {

  /** The login lacks a privilege. */
  static final String UNGRANTED = "42501";

  private DoorSentence() {}

  static String of(@Nullable String state, String address, String user) {
    return switch (state == null ? "" : state) {
      case "08001", "08004", "08006", "08P01" ->
          "No PostgreSQL server answers at "
              + address
              + ". Check that it runs there and lets this machine in, or unset"
              + " SPRING_DATASOURCE_URL to use the database in the home.";
      case "28P01" ->
          "The server at "
              + address
              + " refuses the password of "
              + user
              + ". Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD (for migrations"
              + " BREACHLEDGER_OWNER_USERNAME and BREACHLEDGER_OWNER_PASSWORD, where set).";
      case "28000" ->
          "The server at "
              + address
              + " does not let "
              + user
              + " in from here. Check the login's name and the server's pg_hba.conf.";
      case "3D000" ->
          "There is no such database at "
              + address
              + ". Let the server's administrator create it: create database … owner "
              + user
              + ";";
      case UNGRANTED ->
          "On "
              + address
              + " the login "
              + user
              + " may not work as breachledger_app. Let the server's administrator run: grant"
              + " breachledger_app to "
              + user
              + ";";
      case "53300" ->
          "The server at "
              + address
              + " has no connection left. Raise its max_connections or end other programs there.";
      case "57P03" ->
          "The server at " + address + " is starting or stopping. Try again in a minute.";
      default ->
          "The database at "
              + address
              + " cannot be used by "
              + user
              + " (SQL state "
              + state
              + "). Look the state up in PostgreSQL's list of error codes, and in the server's log.";
    };
  }
}

package org.breachledger.pipeline.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the record lies and who signs in there: the owner migrates, the application works.
 *
 * @param url JDBC address; carries the driver's settings that keep cell contents out of messages
 * @param ownerUser login that owns the database and runs the migrations
 * @param ownerPassword its password, possibly empty
 * @param appUser login of the application at run time
 * @param appPassword its password, possibly empty
 * @param initSql what every new connection of the application runs first, so that it works as the
 *     role {@code breachledger_app}; null where the login is that role
 */
public record DatabaseAddress(
    String url,
    String ownerUser,
    String ownerPassword,
    String appUser,
    String appPassword,
    @Nullable String initSql) {

  /** The role the application works as: neither owner nor above row-level security. */
  public static final String APPLICATION_ROLE = "breachledger_app";

  /** An error's detail may repeat a row: it stays out of exceptions, and so out of logs. */
  private static final List<String> DRIVER =
      List.of("logServerErrorDetail=false", "ApplicationName=breachledger");

  public DatabaseAddress {
    for (String setting : DRIVER) {
      if (!url.contains(setting.substring(0, setting.indexOf('=') + 1))) {
        url += (url.contains("?") ? "&" : "?") + setting;
      }
    }
  }

  /**
   * The outside server an operator names by {@code SPRING_DATASOURCE_URL}, {@code _USERNAME},
   * {@code _PASSWORD}; migrations sign in by {@code BREACHLEDGER_OWNER_USERNAME}, {@code _PASSWORD}
   * where these are set, else by the same login.
   *
   * @param settings the environment
   * @return empty where no address is set: the database in the home is meant
   * @throws DatabaseUnavailable where an address is set without a login
   */
  public static Optional<DatabaseAddress> find(Map<String, String> settings) {
    String url = settings.getOrDefault("SPRING_DATASOURCE_URL", "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    String user = settings.getOrDefault("SPRING_DATASOURCE_USERNAME", "");
    if (user.isBlank()) {
      throw new DatabaseUnavailable(
          "SPRING_DATASOURCE_URL is set, but SPRING_DATASOURCE_USERNAME is not: set the login of"
              + " the database, and SPRING_DATASOURCE_PASSWORD with it.");
    }
    String password = settings.getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
    String owner = settings.getOrDefault("BREACHLEDGER_OWNER_USERNAME", "");
    return Optional.of(
        new DatabaseAddress(
            url,
            owner.isBlank() ? user : owner,
            owner.isBlank() ? password : settings.getOrDefault("BREACHLEDGER_OWNER_PASSWORD", ""),
            user,
            password,
            "set role " + APPLICATION_ROLE));
  }

  /** The address as it may be shown: without its settings, which may hold a password. */
  public String shown() {
    return url.replaceAll("[?].*$", "").replaceAll("//[^/]*@", "//");
  }

  /** Shows no password. */
  @Override
  public String toString() {
    return "DatabaseAddress[" + shown() + ", owner " + ownerUser + ", application " + appUser + "]";
  }
}

package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** How the record is laid out, by the number of the last migration made to it. */
public final class Layout {

  private static final Pattern NAME = Pattern.compile("V([0-9_.]+)__.*[.]sql");

  private Layout() {}

  /** The newest layout this program knows. */
  public static MigrationVersion newestKnown() {
    try {
      Resource[] migrations =
          new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
      return Arrays.stream(migrations)
          .map(migration -> NAME.matcher(String.valueOf(migration.getFilename())))
          .filter(Matcher::matches)
          .map(name -> MigrationVersion.fromVersion(name.group(1)))
          .max(MigrationVersion::compareTo)
          .orElseThrow(() -> new IllegalStateException("there are no migrations"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The layout of the record behind a connection; empty where there is no record yet. */
  static Optional<MigrationVersion> find(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
        if (!there.next() || !there.getBoolean(1)) {
          return Optional.empty();
        }
      }
      Optional<MigrationVersion> newest = Optional.empty();
      try (ResultSet made =
          statement.executeQuery(
              "select version from flyway_schema_history where success and version is not null")) {
        while (made.next()) {
          MigrationVersion one = MigrationVersion.fromVersion(made.getString(1));
          newest = newest.filter(known -> known.compareTo(one) > 0).or(() -> Optional.of(one));
        }
      }
      return newest;
    }
  }
}

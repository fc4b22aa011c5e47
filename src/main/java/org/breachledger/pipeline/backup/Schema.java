package org.breachledger.pipeline.backup;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The layout of the database, by the number of its last migration. */
final class Schema {

  private static final Pattern NAME = Pattern.compile("V([0-9_.]+)__.*[.]sql");

  private Schema() {}

  /** The layout a database has; empty where it has none yet. */
  static Optional<String> find(DatabaseAddress address) {
    MigrationInfo current = configured(address).load().info().current();
    return current == null
        ? Optional.empty()
        : Optional.ofNullable(current.getVersion()).map(MigrationVersion::getVersion);
  }

  /** Brings a database to a layout; to the newest where none is named. */
  static void migrate(DatabaseAddress address, @Nullable String version) {
    FluentConfiguration flyway = configured(address);
    (version == null ? flyway : flyway.target(MigrationVersion.fromVersion(version)))
        .load()
        .migrate();
  }

  /** Takes away all the migrations made, and all in it. */
  static void remove(DatabaseAddress address) {
    configured(address).cleanDisabled(false).load().clean();
  }

  /**
   * Whether this program knows the layout.
   *
   * @throws BackupRefused where only a newer program does
   */
  static void refuseNewer(Manifest manifest) throws IOException {
    if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(newest())) {
      throw BackupRefused.setUp(
          "The backup was written by a newer program ("
              + manifest.program()
              + ", layout "
              + manifest.schema()
              + "; this program knows layouts up to "
              + newest().getVersion()
              + "). Restore it with that program or a newer one.");
    }
  }

  /** The newest layout this program knows. */
  static MigrationVersion newest() throws IOException {
    Resource[] migrations =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
    return Arrays.stream(migrations)
        .map(migration -> NAME.matcher(String.valueOf(migration.getFilename())))
        .filter(Matcher::matches)
        .map(name -> MigrationVersion.fromVersion(name.group(1)))
        .max(MigrationVersion::compareTo)
        .orElseThrow(() -> new IllegalStateException("there are no migrations"));
  }

  private static FluentConfiguration configured(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
        .locations("classpath:db/migration");
  }
}

package org.breachledger.pipeline.backup;

import java.util.Optional;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.Layout;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The layout of the database, by the number of its last migration. */
final class Schema {

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
  static void refuseNewer(Manifest manifest) {
    if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(Layout.newestKnown())) {
      throw BackupRefused.setUp(
          "The backup was written by a newer program ("
              + manifest.program()
              + ", layout "
              + manifest.schema()
              + "; this program knows layouts up to "
              + Layout.newestKnown().getVersion()
              + "). Restore it with that program or a newer one.");
    }
  }

  private static FluentConfiguration configured(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
        .locations("classpath:db/migration");
  }
}

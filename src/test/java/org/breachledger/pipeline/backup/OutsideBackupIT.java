package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.breachledger.pipeline.database.DatabaseUnavailable;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.database.Layout;
import org.breachledger.pipeline.home.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A server somebody else runs: what a login must be allowed there, and that nothing is left out.
 */
class OutsideBackupIT {

  private static final Passphrase WORDS = Passphrase.of("quiet amber lantern");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2036-07-01T10:00:00Z"), ZoneOffset.UTC);

  /** The layout before the tables in force were kept. */
  private static final String OLDER = "9";

  private static final Steps UNWATCHED = (done, all) -> {};

  @TempDir private static Path folder;
  private static EmbeddedPostgres server;
  private static JdbcClient administrator;
  private static String base;
  private static String password;

  @BeforeAll
  static void serverOfOthers() throws Exception {
    Path other = folder.resolve("server");
    server = EmbeddedPostgres.start(other);
    Properties passwords = new Properties();
    try (Reader file = Files.newBufferedReader(other.resolve("postgres").resolve("passwords"))) {
      passwords.load(file);
    }
    base = server.address().shown().replace("/breachledger", "/");
    password = passwords.getProperty("postgres");
    administrator = as("postgres");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatTheLoginNeedsIsSaidAndEveryTrustIsTakenAlong() throws Exception {
    administrator.sql("create role humble login password 'p'").update();
    administrator.sql("grant breachledger_app to humble").update();
    for (String database : List.of("source", "target")) {
      administrator.sql("create database " + database + " owner humble").update();
    }
    Schema.migrate(RecordDatabase.open(home("one"), at("source")).address(), OLDER);
    as("source").sql("insert into trust (name) values ('First'), ('Second')").update();
    as("source")
        .sql(
            "insert into school (trust_id, name, name_key) select trust_id, 'Elm', 'elm'"
                + " from trust")
        .update();
    Path file = folder.resolve("outside.bak");

    assertThatThrownBy(
            () ->
                new Backup(home("one"), at("source"), CLOCK)
                    .write(file, WORDS, Asker.COMMAND_LINE, UNWATCHED))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("a backup would leave some out")
        .hasMessageContaining("grant breachledger_backup to humble;");
    assertThat(file).doesNotExist();

    administrator.sql("grant breachledger_backup to humble").update();
    Manifest manifest =
        new Backup(home("one"), at("source"), CLOCK)
            .write(file, WORDS, Asker.COMMAND_LINE, UNWATCHED);
    assertThat(manifest.schema()).isEqualTo(OLDER);
    assertThat(manifest.rows("trust")).isEqualTo(2);
    assertThat(manifest.rows("school")).isEqualTo(2);

    Restore restore = new Restore(home("two"), at("target"), CLOCK);
    assertThatThrownBy(() -> restore.from(file, WORDS, UNWATCHED))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("humble bypassrls")
        .hasMessageContaining("grant set on parameter session_replication_role to humble;");
    assertThat(home("two").folder()).doesNotExist();

    administrator.sql("alter role humble bypassrls").update();
    administrator.sql("grant set on parameter session_replication_role to humble").update();
    as("target").sql("create table public.somebodys (a int)").update();
    assertThatThrownBy(() -> restore.from(file, WORDS, UNWATCHED))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("/target is not empty");
    assertThat(as("target").sql("select count(*) from somebodys").query(Long.class).single())
        .isZero();
    as("target").sql("drop table public.somebodys").update();

    assertNothingHalfDone(file, manifest);
    assertThat(restore.from(file, WORDS, UNWATCHED).findings()).isEmpty();
    assertThat(Schema.find(RecordDatabase.open(home("two"), at("target")).address()))
        .contains(Layout.newestKnown().getVersion());
    assertThat(as("target").sql("select name from trust order by 1").query(String.class).list())
        .containsExactly("First", "Second");
    assertThat(
            as("target")
                .sql("select distinct action from audit_entry order by 1")
                .query(String.class)
                .list())
        .containsExactly("begin-backup", "restore");
    assertThat(home("two").archive()).isEmptyDirectory();
    assertThat(home("two").folder().resolve("postgres")).doesNotExist();
  }

  /** Found when most tables are in: the database is emptied again. */
  private static void assertNothingHalfDone(Path file, Manifest manifest) throws Exception {
    Path forged =
        Forged.from(
            file,
            WORDS,
            manifest,
            folder.resolve("odd.bak"),
            part -> part,
            Forged.oneRowMore(manifest));
    assertThatThrownBy(
            () -> new Restore(home("two"), at("target"), CLOCK).from(forged, WORDS, UNWATCHED))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("not those of the layout");
    assertThat(home("two").folder()).doesNotExist();
    assertThat(
            as("target")
                .sql("select count(*) from pg_class where relnamespace = 'public'::regnamespace")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Home home(String name) {
    return new Home(folder.resolve(name));
  }

  private static Map<String, String> at(String database) {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        base + database,
        "SPRING_DATASOURCE_USERNAME",
        "humble",
        "SPRING_DATASOURCE_PASSWORD",
        "p");
  }

  private static JdbcClient as(String database) {
    return JdbcClient.create(new DriverManagerDataSource(base + database, "postgres", password));
  }
}

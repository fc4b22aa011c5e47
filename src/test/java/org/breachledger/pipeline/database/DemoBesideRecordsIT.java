package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.breachledger.testing.Program;
import org.breachledger.testing.Program.Result;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A demo asked for where the operator's own database is named, from an empty home. */
class DemoBesideRecordsIT {

  @TempDir private Path folder;

  @Test
  void aDatabaseThatHoldsARecordIsLeftAsItIs() throws Exception {
    Path other = folder.resolve("server");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(other)) {
      Properties passwords = new Properties();
      try (Reader file = Files.newBufferedReader(other.resolve("postgres").resolve("passwords"))) {
        passwords.load(file);
      }
      String base = server.address().shown().replace("/breachledger", "/");
      Function<String, JdbcClient> administrator =
          database ->
              JdbcClient.create(
                  new DriverManagerDataSource(
                      base + database, "postgres", passwords.getProperty("postgres")));
      administrator
          .apply("postgres")
          .sql("create role schools login password 'p' in role breachledger_app")
          .update();
      administrator.apply("postgres").sql("create database register owner schools").update();
      Map<String, String> named =
          Map.of(
              "SPRING_DATASOURCE_URL",
              base + "register",
              "SPRING_DATASOURCE_USERNAME",
              "schools",
              "SPRING_DATASOURCE_PASSWORD",
              "p");

      Path log =
          Sheets.csv(
              folder.resolve("log.csv"),
              ',',
              List.of("Reference", "School", "Date of incident", "Type of breach", "Description"),
              List.of("A1", "Elm School", "2026-03-02", "Disclosed in error", "Letter sent"));
      String home = folder.resolve("home").toString();
      Result imported = Program.run(named, "import", log.toString(), "--home", home);
      assertThat(imported.code()).describedAs(imported.err()).isZero();
      JdbcClient register = administrator.apply("register");
      List<String> before = standing(register);

      String empty = folder.resolve("empty").toString();
      for (int i = 0; i < 2; i++) {
        Result result = Program.run(named, "demo", "--exit", "--home", empty);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("the database holds the record of a trust");
      }
      assertThat(standing(register)).isEqualTo(before).contains("1 incidents", "0 accounts");
    }
  }

  private static List<String> standing(JdbcClient register) {
    return register
        .sql(
            """
            select 'trust ' || name || demo from trust
            union all select count(*) || ' schools' from school
            union all select count(*) || ' incidents' from incident
            union all select count(*) || ' accounts' from user_account
            order by 1""")
        .query(String.class)
        .list();
  }
}

package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

  private static final String URL = "SPRING_DATASOURCE_URL";
  private static final String USER = "SPRING_DATASOURCE_USERNAME";
  private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

  @Test
  void withoutAnAddressTheHomeIsMeant() {
    assertThat(DatabaseAddress.find(Map.of())).isEmpty();
    assertThat(DatabaseAddress.find(Map.of(URL, " ", USER, "bl"))).isEmpty();
  }

  @Test
  void oneLoginMigratesAndWorksAsTheApplicationsRole() {
    assertThat(
            DatabaseAddress.find(
                Map.of(URL, "jdbc:postgresql://db.example/bl", USER, "bl", PASSWORD, "secret")))
        .hasValueSatisfying(
            address -> {
              assertThat(address.ownerUser()).isEqualTo("bl");
              assertThat(address.ownerPassword()).isEqualTo("secret");
              assertThat(address.appUser()).isEqualTo("bl");
              assertThat(address.appPassword()).isEqualTo("secret");
              assertThat(address.initSql()).isEqualTo("set role breachledger_app");
            });
  }

  @Test
  void anOwnersLoginMigratesWhereThereIsOne() {
    assertThat(
            DatabaseAddress.find(
                Map.of(
                    URL,
                    "jdbc:postgresql://db.example/bl",
                    USER,
                    "app",
                    PASSWORD,
                    "a",
                    "BREACHLEDGER_OWNER_USERNAME",
                    "boss",
                    "BREACHLEDGER_OWNER_PASSWORD",
                    "b")))
        .hasValueSatisfying(
            address -> {
              assertThat(address.ownerUser()).isEqualTo("boss");
              assertThat(address.ownerPassword()).isEqualTo("b");
              assertThat(address.appUser()).isEqualTo("app");
              assertThat(address.appPassword()).isEqualTo("a");
            });
  }

  @Test
  void anAddressWithoutALoginIsRefused() {
    assertThatThrownBy(() -> DatabaseAddress.find(Map.of(URL, "jdbc:postgresql://db.example/bl")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("SPRING_DATASOURCE_USERNAME");
  }

  @Test
  void theDriverKeepsTheDetailsOfErrorsToItself() {
    assertThat(address("jdbc:postgresql://h/d").url())
        .startsWith("jdbc:postgresql://h/d?")
        .contains("logServerErrorDetail=false");
    assertThat(address("jdbc:postgresql://h/d?sslmode=require").url())
        .startsWith("jdbc:postgresql://h/d?sslmode=require&")
        .contains("logServerErrorDetail=false");
  }

  @Test
  void noPasswordIsEverShown() {
    DatabaseAddress address = address("jdbc:postgresql://h:5432/d?password=secret&user=bl");
    assertThat(address.shown()).isEqualTo("jdbc:postgresql://h:5432/d");
    assertThat(address.toString()).doesNotContain("secret", "pass-o", "pass-a");
    assertThat(address("jdbc:postgresql://bl:secret@h/d").shown())
        .isEqualTo("jdbc:postgresql://h/d");
  }

  private static DatabaseAddress address(String url) {
    return new DatabaseAddress(url, "o", "pass-o", "a", "pass-a", null);
  }
}

package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private static final String ROUTE =
      """
      roles:
        - code: analyst
          title: Analyst
      routes:
        - finding: recurrence
          verdict: NEW
          role: analyst
          channel: mail
          pack: link
          subject: is new
          says: It is new.
      """;

  @ParameterizedTest
  @CsvSource({
    "NOT_REDUCED, 1",
    "NEW, 1",
    "REDUCED, 0",
    "CEASED, 0",
    "NONE, 0",
    "INSUFFICIENT_DATA, 0"
  })
  void onlyWhatDidNotFallAndWhatIsNewIsTold(String verdict, int routes) {
    List<Route> told = Routes.read(new JobsFolder(null)).of(verdict);

    assertThat(told).hasSize(routes);
    assertThat(told).allMatch(route -> route.role().equals("ict-security-analyst"));
    assertThat(told).allMatch(Route::packAttached);
  }

  @Test
  void deadlinesAreToldToTheDataProtectionOfficer() {
    assertThat(Routes.read(new JobsFolder(null)).of(Routes.DEADLINE))
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.role()).isEqualTo("dpo");
              assertThat(route.packAttached()).isFalse();
            });
    assertThatThrownBy(() -> read(ROUTE.replace("finding: recurrence", "finding: deadline")))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("key \"verdict\" is unknown");
  }

  @Test
  void aRouteMayLeaveThePackBehindTheSignIn() {
    assertThat(read(ROUTE).of("NEW").get(0).packAttached()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel: mail | channel: pigeon | line 5: \"pigeon\" is no channel; allowed are mail",
        "role: analyst | role: nobody | line 5: \"nobody\" is no role; allowed are analyst",
        "finding: recurrence | finding: weather | \"weather\" is no finding; allowed are"
            + " recurrence",
        "subject: is new | subjekt: is new | key \"subjekt\" is unknown",
        "says: It is new. | says: | key \"says\" is missing",
      })
  void whatIsNoRouteIsRefusedByItsLine(String line, String wrong, String sentence) {
    assertThatThrownBy(() -> read(ROUTE.replace(line, wrong)))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("jobs/alerting/routes.yaml, line ")
        .hasMessageContaining(sentence);
  }

  @Test
  void oneVerdictGoesToOneRoleOnce() {
    String second = ROUTE.substring(ROUTE.indexOf("  - finding"));

    assertThatThrownBy(() -> read(ROUTE + second))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("has a route to this role already");
  }

  private static Routes read(String text) {
    return Routes.read(
        new PolicySource() {
          @Override
          public Optional<String> find(String name) {
            return Optional.of(text);
          }

          @Override
          public List<String> list(String folder, String ending) {
            return List.of();
          }
        });
  }
}

package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** A monitoring system reads numbers of the installation with its token, and no person's data. */
class MetricsIT {

  private static final String TOKEN = "a-token-of-the-installation";
  private static final String CANARY = "quillonfarr";

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
    sample.accounts();
    application =
        PagesApplication.start(
            database, home.toString(), 0, "--breachledger.metrics.token=" + TOKEN);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer a-token-of-the-installatio", "Basic x"})
  void withoutTheTokenThereIsNothingToRead(String header) {
    HttpResponse<String> answer =
        header.isEmpty()
            ? new Browser(port).get(MetricsDoor.PAGE)
            : new Browser(port).get(MetricsDoor.PAGE, "Authorization", header);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aSignInIsNoToken() {
    assertThat(Browser.signedIn(port, "operator").get(MetricsDoor.PAGE).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theNumbersAreThoseOfTheRecord() {
    assertThat(metrics())
        .contains("breachledger_messages{state=\"dead\"}", "jvm_memory_used_bytes")
        .contains("breachledger_job_ended_well_seconds{job=\"nightly\"} 0.0")
        .contains("breachledger_backup_made_seconds 0.0")
        .containsPattern("breachledger_job_ended_well_seconds\\{job=\"half-yearly\"} 1\\.78\\d+E9");
  }

  /** Nobody can do anything about it: it would be an alarm for ever. */
  @Test
  void aMessageWhoseTextWasDestroyedIsCountedNowhere() {
    change("update outbox_message set state = 'dead', last_error = 'The server is away'");
    Browser operator = Browser.signedIn(port, "operator");
    Browser dpo = Browser.signedIn(port, "dpo");
    assertThat(metrics()).containsPattern("breachledger_messages\\{state=\"dead\"} [1-9]");
    assertThat(operator.get("/operation").body()).contains("The server is away");
    assertThat(dpo.get("/alerts").body()).contains("The server is away");

    change("update outbox_message set body = '[destroyed]'");

    assertThat(metrics()).contains("breachledger_messages{state=\"dead\"} 0.0");
    assertThat(operator.get("/operation").body())
        .contains("0 given up")
        .doesNotContain("The server is away");
    assertThat(dpo.get("/alerts").body()).doesNotContain("The server is away");
  }

  private static void change(String statement) {
    database.inTransaction(() -> database.jdbc().sql(statement).update());
  }

  @Test
  void noAddressThatWasAskedForNamesAnything() {
    Browser dpo = Browser.signedIn(port, "dpo");
    dpo.get("/incidents?q=" + CANARY);
    dpo.get("/nowhere/" + CANARY);
    dpo.get("/choose-password/" + CANARY);
    dpo.get("/incidents/" + sample.incident);
    dpo.submit("/", "/incidents/" + sample.incident + "/type", Map.of("reason", CANARY));
    dpo.get("/signals/" + sample.signal);
    new Browser(port).signIn(CANARY, CANARY);

    assertThat(metrics())
        .contains("uri=\"/incidents/{id}\"")
        .doesNotContain(CANARY, "uri=\"/incidents/" + sample.incident, "RP-001", "Rowan")
        .as("what stands in the record")
        .doesNotContain("Quillon", "letter", "r.almond", "monitoring-june");
  }

  @Test
  void aTokenThatIsEasilyGuessedIsRefused() {
    MockEnvironment environment = new MockEnvironment();
    assertThat(MetricsDoor.token(environment)).isEmpty();
    environment.setProperty(MetricsDoor.SETTING, "x".repeat(15));
    assertThatThrownBy(() -> MetricsDoor.token(environment))
        .hasMessageContaining("must have at least 16 characters, or be empty");
    environment.setProperty(MetricsDoor.SETTING, "x".repeat(16));
    assertThat(MetricsDoor.token(environment)).hasSize(16);
  }

  private static String metrics() {
    HttpResponse<String> answer =
        new Browser(port).get(MetricsDoor.PAGE, "Authorization", "Bearer " + TOKEN);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}

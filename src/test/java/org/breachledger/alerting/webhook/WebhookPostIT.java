package org.breachledger.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.Channels;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.mail.EmlFolder;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events at a real server: signed, the same at every attempt, and never two of one kind. */
class WebhookPostIT {

  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final String SECRET = "a secret of twenty-six let";
  private static final AddressBook BOOK = new AddressBook("log@example.org", "", Map.of());

  @TempDir Path home;

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int answer = 204;
  private volatile Duration pause = Duration.ZERO;

  private record Call(String event, String timestamp, String signature, String body) {}

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/hook", this::take);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestHeaders().getFirst(WebhookPost.EVENT),
            exchange.getRequestHeaders().getFirst(WebhookPost.TIMESTAMP),
            exchange.getRequestHeaders().getFirst(WebhookPost.SIGNATURE),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  /** Worked out apart from this program, with OpenSSL. */
  @Test
  void theSignatureIsHmacOverTimestampStopAndBody() {
    assertThat(WebhookPost.signature("key", "1", "{}"))
        .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
  }

  @Test
  void anEventIsSignedWithTheMomentOfItsAttempt() throws Exception {
    OutboxMessage event = event();
    post(AT).deliver(event);

    assertThat(calls).hasSize(1);
    Call call = calls.get(0);
    assertThat(call.event()).isEqualTo(event.messageId());
    assertThat(call.timestamp()).isEqualTo("1782871200");
    assertThat(call.signature())
        .isEqualTo("sha256=" + WebhookPost.signature(SECRET, "1782871200", call.body()));
    assertThat(call.body()).contains("\"school\":\"Rowan – Primary\"").contains("alert.raised");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 410, 429, 500, 503})
  void anyOtherAnswerIsAFailureAndNotFollowed(int code) {
    answer = code;

    assertThatThrownBy(() -> post(AT).deliver(event()))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("answered " + code)
        .hasMessageNotContaining("token");
    assertThat(calls).hasSize(1);
  }

  @Test
  void aServerThatIsSlowOrGoneIsSaidPlainly() {
    pause = Duration.ofSeconds(2);
    assertThatThrownBy(() -> post(AT).deliver(event()))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("gave no answer in time");
    server.stop(0);
    assertThatThrownBy(() -> post(AT).deliver(event()))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("could not be reached");
  }

  @Test
  void whatFailedIsTriedAgainAsTheSameEvent() {
    try (TestDatabase database = TestDatabase.fresh()) {
      new AlertDesk(
              database.transactions(),
              new AlertStore(database.jdbc()),
              new Outbox(database.jdbc()),
              BOOK,
              new AlertEvents(BOOK))
          .raise(
              Findings.notReduced(Place.ALL_SCHOOLS),
              Routes.read(new JobsFolder(null)),
              AT,
              alert -> new byte[] {1});
      answer = 500;
      assertThat(deliver(database, AT)).isEqualTo(new Delivery.Outcome(1, 1));
      answer = 200;
      assertThat(deliver(database, AT.plusSeconds(59))).isEqualTo(new Delivery.Outcome(0, 0));
      assertThat(deliver(database, AT.plusSeconds(60))).isEqualTo(new Delivery.Outcome(1, 0));
    }

    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).event()).isEqualTo(calls.get(0).event());
    assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
    assertThat(calls.get(1).signature()).isNotEqualTo(calls.get(0).signature());
  }

  private Delivery.Outcome deliver(TestDatabase database, Instant at) {
    Channels channels = new Channels(new EmlFolder(home, "log@example.org"), Optional.of(post(at)));
    return new Delivery(
            database.transactions(),
            new Outbox(database.jdbc()),
            channels,
            BOOK,
            Clock.fixed(at, ZoneOffset.UTC))
        .run();
  }

  private WebhookPost post(Instant at) {
    URI address =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=secret");
    return new WebhookPost(
        new WebhookSettings(address, SECRET),
        Clock.fixed(at, ZoneOffset.UTC),
        Duration.ofMillis(800));
  }

  private static OutboxMessage event() {
    Alert alert = Findings.alert(Findings.notReduced(Place.school(7, "Rowan – Primary")));
    return new AlertEvents(BOOK).of(alert, "raised", AT).orElseThrow();
  }
}

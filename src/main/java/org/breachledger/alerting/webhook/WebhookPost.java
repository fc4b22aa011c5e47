package org.breachledger.alerting.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.OutboxMessage;

/**
 * Posts each event to the analyst's own tools. The signature is HMAC-SHA256 over the timestamp, a
 * full stop and the body, so that neither can be changed and an old event cannot be played again;
 * the event's number is the same at every attempt.
 */
public final class WebhookPost implements Channel {

  static final String EVENT = "Breachledger-Event";
  static final String TIMESTAMP = "Breachledger-Timestamp";
  static final String SIGNATURE = "Breachledger-Signature";

  private static final String HMAC = "HmacSHA256";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final WebhookSettings settings;
  private final Clock clock;
  private final Duration patience;
  private final HttpClient client;

  /** Posts by the clock, whose time is signed. */
  public WebhookPost(WebhookSettings settings, Clock clock) {
    this(settings, clock, ANSWER);
  }

  WebhookPost(WebhookSettings settings, Clock clock, Duration patience) {
    this.settings = settings;
    this.clock = clock;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public String doneState() {
    return "sent";
  }

  @Override
  public void deliver(OutboxMessage message) throws Undelivered {
    try {
      int code = client.send(request(message), BodyHandlers.discarding()).statusCode();
      if (code / 100 != 2) {
        throw new Undelivered(
            "The webhook at %s answered %d; check its address, and the secret at both ends."
                .formatted(settings, code));
      }
    } catch (IOException e) {
      throw new Undelivered(
          "The webhook at " + settings + " could not be reached, or gave no answer in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("The delivery was stopped; it is tried again.");
    }
  }

  private HttpRequest request(OutboxMessage message) {
    String body = message.message().body();
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(settings.address())
        .timeout(patience)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("User-Agent", "Breachledger")
        .header(EVENT, message.messageId())
        .header(TIMESTAMP, timestamp)
        .header(SIGNATURE, "sha256=" + signature(settings.secret(), timestamp, body))
        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  /** The signature of a body at a moment, in hexadecimal digits. */
  static String signature(String secret, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of()
          .formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

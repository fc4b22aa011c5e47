package org.breachledger.alerting.webhook;

import java.net.URI;
import java.util.Optional;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.springframework.core.env.Environment;

/**
 * Where the analyst's own tools listen, and the secret they know our words by: {@code
 * breachledger.webhook.url} and {@code breachledger.webhook.secret}, each also as an environment
 * variable.
 */
public record WebhookSettings(URI address, String secret) {

  /** Shorter secrets can be guessed. */
  static final int SHORTEST = 16;

  /**
   * Reads the settings; empty where no address is set.
   *
   * @throws RefusedSetting where one cannot be used
   */
  public static Optional<WebhookSettings> from(Environment environment) {
    String url = environment.getProperty("breachledger.webhook.url", "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    String secret = environment.getProperty("breachledger.webhook.secret", "").strip();
    if (secret.length() < SHORTEST) {
      throw new RefusedSetting(
          "The setting breachledger.webhook.secret must have at least "
              + SHORTEST
              + " characters, so that nobody else can sign events.");
    }
    return Optional.of(new WebhookSettings(address(url), secret));
  }

  private static URI address(String url) {
    try {
      URI address = URI.create(url);
      String host = String.valueOf(address.getHost());
      boolean near = host.equals("localhost") || host.equals("127.0.0.1");
      boolean plain = "http".equals(address.getScheme()) && near;
      if (address.getHost() != null && ("https".equals(address.getScheme()) || plain)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The exception quotes the address, which may hold a token; the sentence below does not.
    }
    throw new RefusedSetting(
        "The setting breachledger.webhook.url must be an https address; plain http is taken for"
            + " localhost only.");
  }

  /** Names host and port only: the rest may hold a token. */
  @Override
  public String toString() {
    return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }
}

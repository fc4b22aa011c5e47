package org.breachledger.alerting.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Channel;
import org.springframework.core.env.Environment;

/**
 * The installation's settings for messages, each also as an environment variable in capitals with
 * underscores: {@code breachledger.smtp.host}, {@code .port} (587), {@code .username}, {@code
 * .password}, {@code .starttls} (true), {@code breachledger.mail.from}, {@code
 * breachledger.base.url}, {@code breachledger.analyst.address} (several with commas).
 *
 * @param server empty where messages are written as files
 */
public record MailSettings(AddressBook addresses, Optional<SmtpServer> server) {

  /** The role the six-month alerts go to. */
  static final String ANALYST = "ict-security-analyst";

  /** The role the warnings of deadlines go to. */
  static final String DPO = "dpo";

  private static final String FROM = "breachledger@trust" + AddressBook.RESERVED;

  /** Settings that cannot be used; the sentence names the setting and what is allowed. */
  public static final class RefusedSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what is allowed, without quoting the value. */
    public RefusedSetting(String sentence) {
      super(sentence);
    }
  }

  /**
   * Reads the settings.
   *
   * @throws RefusedSetting where one cannot be used
   */
  public static MailSettings from(Environment environment) {
    String from = environment.getProperty("breachledger.mail.from", FROM);
    String pages = environment.getProperty("breachledger.base.url", "");
    AddressBook addresses =
        new AddressBook(
            checked("breachledger.mail.from", from),
            pages.strip(),
            Map.of(
                ANALYST, addresses(environment, ANALYST, "breachledger.analyst.address"),
                DPO, addresses(environment, DPO, "breachledger.dpo.address")));
    String host = environment.getProperty("breachledger.smtp.host", "").strip();
    return new MailSettings(
        addresses, host.isEmpty() ? Optional.empty() : Optional.of(server(host, environment)));
  }

  /**
   * The way messages leave: through the mail server where one is set, otherwise as files.
   *
   * @param folder where the files are written; one trust's own
   */
  public Channel channel(Path folder) {
    return server
        .<Channel>map(smtp -> new SmtpPost(smtp, addresses.sender()))
        .orElseGet(() -> new EmlFolder(folder, addresses.sender()));
  }

  private static List<String> addresses(Environment environment, String role, String setting) {
    String own = environment.getProperty("breachledger.recipients." + role, "");
    String written = own.isBlank() ? environment.getProperty(setting, "") : own;
    List<String> addresses = new ArrayList<>();
    for (String part : written.split(",", -1)) {
      if (!part.isBlank()) {
        addresses.add(checked(setting, part));
      }
    }
    return addresses.stream().distinct().toList();
  }

  private static SmtpServer server(String host, Environment environment) {
    String port = environment.getProperty("breachledger.smtp.port", "587").strip();
    if (!port.matches("\\d{1,5}")) {
      throw new RefusedSetting(
          "The setting breachledger.smtp.port must be a number, such as 587 or 465.");
    }
    return new SmtpServer(
        host,
        Integer.parseInt(port),
        environment.getProperty("breachledger.smtp.username", ""),
        environment.getProperty("breachledger.smtp.password", ""),
        !"false".equalsIgnoreCase(environment.getProperty("breachledger.smtp.starttls", "true")));
  }

  static String checked(String setting, String address) {
    try {
      InternetAddress parsed = new InternetAddress(address.strip(), true);
      if (parsed.getAddress().indexOf('@') > 0) {
        return parsed.getAddress();
      }
    } catch (AddressException e) {
      // The exception quotes the address; the sentence below names the setting instead.
    }
    throw new RefusedSetting(
        "The setting " + setting + " is no mail address; write one such as analyst@example.org.");
  }
}

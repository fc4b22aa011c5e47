package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.testing.Program;

/**
 * The packaged program at work on a home, in a process of its own, and who signs in there. Its
 * machine's name resolves to nothing, as on many a small server.
 */
final class Served implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path folder;
  private final Process process;
  final int port;

  private Served(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Starts it with first accounts; what it prints goes to files in the folder. */
  static Served start(Path folder, Path home, Map<String, String> settings) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("SERVER_PORT", Integer.toString(port));
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    environment.merge(
        "JDK_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts, (asked, and) -> asked + " " + and);
    return new Served(
        folder,
        Program.start(folder, environment, "--home", home.toString(), "serve", "--first-accounts"),
        port);
  }

  /** A browser in which the first account of a role is signed in, with a password of its own. */
  Browser signedIn(String role) throws Exception {
    Pattern printed = Pattern.compile("\"" + role + "\" with the password (\\S+)");
    Instant end = Instant.now().plus(PATIENCE);
    Matcher password = printed.matcher(said());
    while (!password.find()) {
      assertThat(Instant.now()).as("it serves in time").isBefore(end);
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(200);
      password = printed.matcher(said());
    }
    Browser browser = new Browser(port);
    String first = password.group(1);
    browser.signIn(role, first);
    browser.submit(
        "/password",
        "/password",
        Map.of("current", first, "chosen", SampleRecord.PASSWORD, "again", SampleRecord.PASSWORD));
    return Browser.signedIn(port, role);
  }

  /** Looks at a page until it has these words. */
  static String until(Browser browser, String page, String words) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    String body = browser.get(page).body();
    while (!body.contains(words)) {
      assertThat(Instant.now()).as(body).isBefore(end);
      Thread.sleep(200);
      body = browser.get(page).body();
    }
    return body;
  }

  /** What it told its operator so far. */
  String said() throws IOException {
    return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
  }

  /** Ends it without a farewell. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}

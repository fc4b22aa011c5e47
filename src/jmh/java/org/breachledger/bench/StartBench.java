package org.breachledger.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * How long {@code serve} takes until its first page answers, beside a bare Spring Boot web
 * application with Flyway on the same running database: each packed as one jar, in a process of its
 * own, in turn, as often as asked.
 */
public final class StartBench {

  private static final String HEAP = "-Xmx512m";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int SECONDS_TO_START = 120;
  private static final int LOOK_EVERY_MS = 10;

  private final HttpClient nobody = HttpClient.newHttpClient();
  private final Path folder;

  private StartBench(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures.
   *
   * @param arguments the packaged program and the number of rounds
   */
  public static void main(String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("breachledger-bench");
    StartBench bench = new StartBench(folder);
    Path home = folder.resolve("home");
    Path bare = folder.resolve("bare.jar");
    BareJar.write(Path.of(arguments[0]), bare);
    List<String> ours = List.of(arguments[0], "--home", home.toString(), "serve");
    int rounds = Integer.parseInt(arguments[1]);
    List<Double> bareTaken = new ArrayList<>();
    List<Double> oursTaken = new ArrayList<>();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      List<String> theirs = bareWords(bare, server.address());
      bench.start(ours);
      bench.start(theirs);
      for (int round = 0; round < rounds; round++) {
        bareTaken.add(bench.start(theirs));
        oursTaken.add(bench.start(ours));
      }
    }
    FileSystemUtils.deleteRecursively(folder);
    keep(rounds, median(bareTaken), median(oursTaken));
  }

  private static void keep(int rounds, double bare, double ours) throws IOException {
    BenchPage.keep(
        "Start",
        "The time from the process's start until the first page answers, with the database"
            + " running, beside a bare Spring Boot web application of one page with Flyway on the"
            + " same database. Each one jar and a process of its own with "
            + HEAP
            + ", in turn; medians of "
            + rounds
            + ".",
        List.of(
            "| bare web application, s | serve, s | ratio |",
            "|---|---|---|",
            String.format(Locale.UK, "| %.2f | %.2f | %.2f |", bare, ours, ours / bare)));
  }

  private static List<String> bareWords(Path bare, DatabaseAddress address) {
    return List.of(
        bare.toString(),
        "--spring.datasource.url=" + address.url(),
        "--spring.datasource.username=" + address.ownerUser(),
        "--spring.datasource.password=" + address.ownerPassword());
  }

  private double start(List<String> words) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(JAVA, HEAP, "-jar"));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    long begun = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - begun > SECONDS_TO_START * 1e9) {
          throw new IllegalStateException("it did not start; see " + log());
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      process.destroy();
      process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS);
    }
  }

  private boolean answers(int port) throws InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/sign-in");
    try {
      HttpRequest asked = HttpRequest.newBuilder(page).build();
      return nobody.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 < 4;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path log() {
    return folder.resolve("start.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
  }
}

package org.breachledger.pipeline.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another program on a home: starts or joins its database, says where it is, leaves when told. */
final class HomeUser implements AutoCloseable {

  private final Process process;
  private final BufferedReader says;

  private HomeUser(Process process) {
    this.process = process;
    this.says =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts the program; it is in once {@link #url} has answered. */
  static HomeUser on(Path home) throws IOException {
    return new HomeUser(
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    HomeUser.class.getName(),
                    home.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Where it found the database. */
  String url() throws IOException {
    String line = says.readLine();
    while (line != null && !line.startsWith("jdbc:")) {
      line = says.readLine();
    }
    return String.valueOf(line);
  }

  /** Kills the program as kill −9 does: it tidies nothing. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it leave in good order. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** The program itself: the home is its only word. */
  public static void main(String[] words) throws IOException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(words[0]))) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8).println(database.address().url());
      while (System.in.read() >= 0) {
        // stays until its input ends
      }
    }
  }
}

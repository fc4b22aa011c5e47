package org.breachledger.pipeline.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program of the operating system or the database server to its end. */
final class Command {

  private static final int MINUTES_TO_END = 5;

  private Command() {}

  /**
   * How a program ended.
   *
   * @param exitCode 0 done; 127 where the program is not there or did not end in five minutes
   * @param output what it wrote, both channels in one
   */
  record Ended(int exitCode, String output) {

    boolean done() {
      return exitCode == 0;
    }
  }

  /** Runs {@code words} without a shell, in English, with none of the user's PG… settings. */
  static Ended run(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return ended(process);
    } catch (IOException e) {
      return new Ended(127, words.get(0) + " cannot be run on this machine");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(127, words.get(0) + " was interrupted");
    }
  }

  private static Ended ended(Process process) throws IOException, InterruptedException {
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return new Ended(127, text);
      }
      return new Ended(process.exitValue(), text);
    }
  }
}

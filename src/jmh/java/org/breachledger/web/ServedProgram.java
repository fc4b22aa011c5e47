package org.breachledger.web;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program serving its pages in a process of its own. */
record ServedProgram(Process process, int port) implements AutoCloseable {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int SECONDS_TO_START = 120;

  /** Serves a home; answered when its pages are there. */
  static ServedProgram start(Path home) throws Exception {
    int port = freePort();
    ProcessBuilder builder = command(home, "serve");
    builder.environment().put("PORT", String.valueOf(port));
    ServedProgram program = new ServedProgram(builder.start(), port);
    Browser nobody = new Browser(port);
    for (int i = 0; i < SECONDS_TO_START && program.process.isAlive(); i++) {
      Thread.sleep(1000);
      try {
        nobody.get("/sign-in");
        return program;
      } catch (java.io.UncheckedIOException notYet) {
        // it is asked again
      }
    }
    program.close();
    throw new IllegalStateException("the program does not serve its pages");
  }

  /** Runs one command of the program to its end. */
  static void run(Path home, String... words) throws Exception {
    int ended = command(home, words).start().waitFor();
    if (ended != 0) {
      throw new IllegalStateException(words[0] + " ended with " + ended);
    }
  }

  private static ProcessBuilder command(Path home, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                BigRecord.HEAP,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.breachledger.Breachledger",
                "--home",
                home.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}

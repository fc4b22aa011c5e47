package org.breachledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged program unpacked once beside the jar, with an archive of its loaded classes: a
 * command line then starts in a quarter of the time, and there are hundreds of them in the tests.
 */
final class QuickProgram {

  private static final Path JAR =
      Path.of(System.getProperty("breachledger.jar", "target/breachledger.jar")).toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static List<String> command = List.of();

  private QuickProgram() {}

  /** How the README starts the program, up to its own arguments. */
  static List<String> asShipped() {
    return List.of(JAVA, "-jar", JAR.toString());
  }

  /** How the tests start the program, up to its own arguments; unpacked anew by each test run. */
  static synchronized List<String> command() throws IOException {
    if (command.isEmpty()) {
      command = unpacked();
    }
    return command;
  }

  private static List<String> unpacked() throws IOException {
    Path folder = JAR.resolveSibling("unpacked");
    Path jar = folder.resolve(JAR.getFileName());
    Path classes = folder.resolve("classes.jsa");
    delete(folder);
    run(
        List.of(
            "-Djarmode=tools",
            "-jar",
            JAR.toString(),
            "extract",
            "--destination",
            folder.toString()));
    Path home = Files.createTempDirectory("breachledger-classes");
    run(
        List.of(
            "-XX:ArchiveClassesAtExit=" + classes,
            "-jar",
            jar.toString(),
            "--home",
            home.toString(),
            "verify-audit"));
    // Short runs: compiling them to the last costs more than it saves.
    return List.of(
        JAVA,
        "-XX:SharedArchiveFile=" + classes,
        "-Xlog:disable",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        jar.toString());
  }

  private static void run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("ended with " + process.exitValue() + ": " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + command, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

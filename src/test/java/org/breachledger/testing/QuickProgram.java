package org.breachledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged program unpacked once beside the jar, with an archive of its loaded classes: a
 * command line then starts in a quarter of the time, and there are hundreds of them in the tests.
 */
final class QuickProgram {

  private static final Path JAR =
      Path.of(System.getProperty("breachledger.jar", "target/breachledger.jar")).toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static List<String> java = List.of();

  private QuickProgram() {}

  /** How the README starts the program, up to its own arguments. */
  static List<String> asShipped() {
    return List.of(JAVA, "-jar", JAR.toString());
  }

  /** How the tests start the program, up to its own arguments; unpacked anew by each test JVM. */
  static List<String> command() throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }

  /** The Java that starts it quickly, with its options. */
  static synchronized List<String> java() throws IOException {
    if (java.isEmpty()) {
      java = unpacked();
    }
    return java;
  }

  /** The unpacked program. */
  static Path jar() {
    return folder().resolve(JAR.getFileName());
  }

  /** Of this test JVM alone: several may run side by side. */
  private static Path folder() {
    return JAR.resolveSibling("unpacked").resolve(Long.toString(ProcessHandle.current().pid()));
  }

  private static List<String> unpacked() throws IOException {
    Path folder = folder();
    Path jar = jar();
    Path classes = folder.resolve("classes.jsa");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
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
        JAVA, "-XX:SharedArchiveFile=" + classes, "-Xlog:disable", "-XX:TieredStopAtLevel=1");
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

  /** As far as it can be: a program that still runs holds on to its files on some systems. */
  private static void delete(Path folder) {
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}

package org.breachledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a person runs it: the jar, in a process of its own. */
public final class Program {

  private static final int MINUTES = 5;

  private Program() {}

  /**
   * What a run came to.
   *
   * @param code its exit code
   * @param out standard output
   * @param err standard error
   */
  public record Result(int code, String out, String err) {}

  /** Runs a command line in this environment, with what is given added. */
  public static Result run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(QuickProgram.command(), environment, arguments);
  }

  /** Has a command line answered by the program without starting it anew; see there. */
  public static Result answer(String... arguments) throws IOException {
    return WarmProgram.run(arguments);
  }

  /** Runs a command line with the jar alone, as the README says; slow. */
  public static Result runAsShipped(String... arguments) throws IOException, InterruptedException {
    return run(QuickProgram.asShipped(), Map.of(), arguments);
  }

  private static Result run(
      List<String> program, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("breachledger-run");
    Process process = start(program, folder, environment, arguments);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program did not end in " + MINUTES + " minutes");
    }
    return new Result(
        process.exitValue(),
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  /**
   * Starts a command line in a folder; what it prints goes to {@code out} and {@code err} there.
   */
  public static Process start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(QuickProgram.command(), folder, environment, arguments);
  }

  private static Process start(
      List<String> program, Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}

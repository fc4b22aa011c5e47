package org.breachledger.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.breachledger.testing.Program.Result;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program in a process that answers many command lines: a Java that is warm opens and
 * closes an installation in a second. What concerns a start, a signal, the environment or the
 * working folder needs a process of its own: {@link Program#run}.
 */
final class WarmProgram {

  private static @Nullable WarmProgram running;

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;

  private WarmProgram(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = process.errorReader(StandardCharsets.UTF_8);
  }

  /** The answer to a command line. */
  static synchronized Result run(String... arguments) throws IOException {
    WarmProgram program = running;
    if (program == null || !program.process.isAlive()) {
      program = new WarmProgram(start());
      running = program;
    }
    return program.answer(arguments);
  }

  private static Process start() throws IOException {
    List<String> command = new ArrayList<>(QuickProgram.java());
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    command.addAll(
        List.of(
            "-Xmx768m",
            "-cp",
            QuickProgram.jar() + System.getProperty("path.separator") + tests,
            CommandLoop.class.getName()));
    Process process = new ProcessBuilder(command).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  private Result answer(String... arguments) throws IOException {
    process
        .outputWriter(StandardCharsets.UTF_8)
        .append(String.join("\t", arguments) + "\n")
        .flush();
    CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> upToEnd(err));
    StringBuilder answer = new StringBuilder();
    String line = out.readLine();
    for (; line != null && !line.startsWith(CommandLoop.END); line = out.readLine()) {
      answer.append(line).append('\n');
    }
    if (line == null) {
      throw new IllegalStateException("the program ended itself: " + said.join());
    }
    return new Result(Integer.parseInt(line.substring(1)), answer.toString(), said.join());
  }

  private static String upToEnd(BufferedReader reader) {
    try {
      StringBuilder said = new StringBuilder();
      String line = reader.readLine();
      for (; line != null && !line.equals(CommandLoop.END); line = reader.readLine()) {
        said.append(line).append('\n');
      }
      return said.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

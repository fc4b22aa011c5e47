package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.breachledger.policy.WrongProfiles;
import org.breachledger.policy.WrongProfiles.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A school edits its profile wrongly and starts the program: one plain sentence for each mistake,
 * exit code 2, and nothing done. All starts happen one after the other in one Java process of their
 * own, because the program writes to the process's own standard error.
 */
class WrongProfileStartsIT {

  @TempDir private Path folder;

  /** Starts the command line in each home given, with a rule after what each start said. */
  public static final class Starts {

    private Starts() {}

    /**
     * Runs the command line for each home.
     *
     * @param arguments a command, a file name for its result, then the homes
     */
    public static void main(String[] arguments) {
      for (String home : Arrays.asList(arguments).subList(2, arguments.length)) {
        String input = Path.of(home, "in.csv").toString();
        String[] command =
            arguments[0].equals("run")
                ? new String[] {"run", "nightly", "--home", home}
                : new String[] {"score", input, "--out", arguments[1], "--home", home};
        int code = CommandLineDoor.run(command);
        Console.err().println("ended with " + code);
      }
      System.exit(0);
    }
  }

  @Test
  void eachMistakeHasItsSentence() throws Exception {
    List<String> expected = new ArrayList<>();
    List<String> homes = new ArrayList<>();
    for (Wrong wrong : WrongProfiles.TEN) {
      homes.add(home("home" + homes.size(), wrong.old(), wrong.edited()).toString());
      expected.add(wrong.refusal());
      expected.add("ended with 2");
    }
    homes.add(home("right", "version: \"1\"", "version: \"2\"").toString());
    expected.add("ended with 0");
    Path out = folder.resolve("out.csv");
    assertThat(start("score", out, homes)).isEqualTo(expected);
    assertThat(Files.readAllLines(out)).hasSize(2);
  }

  /** The same where a job runs over the database. */
  @Test
  void aJobIsRefusedLikewise() throws Exception {
    Wrong wrong = WrongProfiles.TEN.get(1);
    Path home = home("home", wrong.old(), wrong.edited());
    List<String> said = start("run", folder.resolve("none"), List.of(home.toString()));
    assertThat(said).endsWith(wrong.refusal(), "ended with 2");
    assertThat(said).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
  }

  private Path home(String name, String old, String edited) throws IOException {
    Path home = folder.resolve(name);
    Path profile = home.resolve("jobs").resolve(WrongProfiles.FILE);
    Files.createDirectories(Objects.requireNonNull(profile.getParent()));
    String shipped = Files.readString(Path.of("jobs").resolve(WrongProfiles.FILE));
    assertThat(shipped).contains(old);
    Files.writeString(profile, shipped.replace(old, edited));
    Files.writeString(home.resolve("in.csv"), "individuals,factors\n292,DISTRESS\n");
    return home;
  }

  private List<String> start(String command, Path out, List<String> homes) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starts.class.getName(),
                command,
                out.toString()));
    line.addAll(homes);
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile());
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the starts did not end");
    }
    return Files.readAllLines(err, StandardCharsets.UTF_8);
  }
}

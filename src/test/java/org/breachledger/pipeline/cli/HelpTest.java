package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.ProgramVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Refusals end with "See: … --help", so every command must have it. */
class HelpTest {

  static List<CommandLine> commands() {
    return all(new CommandLine(new CommandLineDoor())).toList();
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(CommandLine command) {
    assertThat(command.getCommandSpec().findOption("--help")).isNotNull();
    assertThat(command.getUsageMessage()).contains(command.getCommandName());
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
  }

  /** Whatever offers it says which program this is, as a backup and a run's fingerprint do. */
  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandNamesNameAndVersion(CommandLine command) {
    StringWriter said = new StringWriter();
    command.printVersionHelp(new PrintWriter(said));
    assertThat(said.toString().strip()).isEqualTo("breachledger " + ProgramVersion.ofThisBuild());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "run --version", "case show -V"})
  void theVersionNeedsNothingElse(String line) {
    StringWriter said = new StringWriter();
    CommandLine door = new CommandLine(new CommandLineDoor());
    door.setOut(new PrintWriter(said, true));
    assertThat(door.execute(line.split(" "))).isZero();
    assertThat(said.toString()).startsWith("breachledger ");
  }

  @Test
  void everyTableOfAnExportIsNamed() {
    assertThat(usage("export"))
        .contains(
            Arrays.stream(Exports.Table.values())
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyJobIsNamed() {
    assertThat(usage("run")).contains(JobNames.ALL).doesNotContain("\u2026");
  }

  private static String usage(String command) {
    CommandLine one = new CommandLine(new CommandLineDoor()).getSubcommands().get(command);
    return Objects.requireNonNull(one).getUsageMessage().replaceAll("\\s+", " ");
  }
}

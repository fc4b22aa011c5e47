package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
}

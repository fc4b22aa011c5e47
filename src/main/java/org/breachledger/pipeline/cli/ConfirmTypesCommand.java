package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.types.ConfirmOutcome;
import org.breachledger.pipeline.types.ConfirmOutcome.Became;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationFile;
import org.breachledger.pipeline.types.ConfirmationLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Takes in the breach types a person confirmed or corrected. Ends with 0 where every line is on
 * record, with 1 where a line was left open or refused, or the file was; the good lines are taken
 * in all the same.
 */
@Command(
    name = "confirm-types",
    description = "take in breach types a person confirmed or corrected")
final class ConfirmTypesCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(
      paramLabel = "FILE.csv",
      description = "columns school, reference, breach_type, sub_type and, if wanted, reason")
  private Path file = Path.of("");

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who judged")
  private String by = "";

  @Option(
      names = "--withdraw",
      description = "take earlier confirmations of these incidents back: the rules decide again")
  private boolean withdraw;

  @Override
  public Integer call() throws Exception {
    if (by.isBlank() || by.chars().anyMatch(Character::isISOControl)) {
      throw new WrongUsage("--by must be a name on one line");
    }
    List<ConfirmationLine> lines;
    try {
      lines = ConfirmationFile.read(file, withdraw);
    } catch (UnreadableFile refused) {
      return PassThrough.refused("confirm-types", door, refused);
    }
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      ConfirmOutcome outcome =
          installation
              .get(ConfirmTypes.class)
              .take(lines, withdraw, by.strip(), door.asOf(installation.get(Clock.class)));
      print(outcome);
      boolean all = outcome.count(Became.REFUSED) + outcome.count(Became.LEFT_OPEN) == 0;
      return all ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  private void print(ConfirmOutcome outcome) {
    List<String> messages = new ArrayList<>(List.of(summary(outcome)));
    for (ConfirmOutcome.Line line : outcome.lines()) {
      if (!line.why().isEmpty()) {
        String what = line.became() == Became.LEFT_OPEN ? " stays open: " : " was refused: ";
        messages.add("Line " + line.line() + what + line.why() + ".");
      }
    }
    if (!door.json()) {
      new Answer("confirm-types", "done", List.of(), messages).print(false);
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("command", "confirm-types");
    document.put("status", "done");
    document.put("outputs", List.of());
    document.put("messages", messages);
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", outcome.lines().size());
    for (Became became : Became.values()) {
      counts.put(became.name().toLowerCase(Locale.ROOT), outcome.count(became));
    }
    document.put("lines", counts);
    Answer.print(document);
  }

  private static String summary(ConfirmOutcome outcome) {
    return outcome.lines().size()
        + (outcome.lines().size() == 1 ? " line: " : " lines: ")
        + outcome.count(Became.CONFIRMED)
        + " confirmed as the rules had it, "
        + outcome.count(Became.CORRECTED)
        + " corrected, "
        + outcome.count(Became.WITHDRAWN)
        + " withdrawn, "
        + outcome.count(Became.UNCHANGED)
        + " on record already, "
        + outcome.count(Became.LEFT_OPEN)
        + " left open, "
        + outcome.count(Became.REFUSED)
        + " refused.";
  }
}

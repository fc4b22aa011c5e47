package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.types.LearnedDesk;
import org.breachledger.pipeline.types.LearnedDesk.Overview;
import org.breachledger.pipeline.types.LearnedDesk.Preview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Lists the versions of what was learned from confirmed incidents, reports what one would change,
 * and switches one on or all off. The job {@code learn-types} makes them. A version that does not
 * exist is wrong usage.
 */
@Command(
    name = "learned-types",
    description = "list, look at and switch what was learned from confirmed breach types")
final class LearnedTypesCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() throws Exception {
    try (Installation installation = installation()) {
      Overview overview = installation.get(LearnedDesk.class).overview();
      List<String> messages = new ArrayList<>();
      overview.versions().forEach(entry -> messages.add(LearnedTypesShown.line(entry)));
      int fewest = installation.get(LearningSettings.class).fewestExamples();
      messages.add(
          "Confirmed incidents: "
              + overview.confirmed()
              + "; from "
              + fewest
              + " on, \"run learn-types\" learns from them.");
      answer(
          "learned-types",
          List.of(),
          messages,
          Map.of(
              "confirmed",
              overview.confirmed(),
              "versions",
              overview.versions().stream().map(LearnedTypesShown::json).toList()));
      return ExitCode.DONE;
    }
  }

  @Command(name = "report", description = "what would change if a version were switched on")
  int report(
      @Parameters(paramLabel = "VERSION") int version,
      @Option(
              names = "--out",
              paramLabel = "FILE.csv",
              description = "write the change of every incident to a file")
          @Nullable Path out)
      throws Exception {
    try (Installation installation = installation()) {
      Preview preview =
          installation.get(LearnedDesk.class).preview(version).orElseThrow(() -> unknown(version));
      List<String> files = new ArrayList<>();
      if (out != null) {
        LearnedTypesShown.write(out, preview.changes());
        files.add(out.toString());
      }
      Map<String, Integer> moves = LearnedTypesShown.moves(preview.changes());
      List<String> messages = new ArrayList<>(List.of(LearnedTypesShown.line(preview.entry())));
      messages.addAll(LearnedTypesShown.sentences(preview.entry().trial()));
      moves.forEach((move, count) -> messages.add("  " + count + " × " + move));
      messages.add(
          preview.changes().size() + " incidents would change type, part or need of review.");
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("version", LearnedTypesShown.json(preview.entry()));
      more.put("moves", moves);
      answer("learned-types report", files, messages, more);
      return ExitCode.DONE;
    }
  }

  @Command(name = "switch-on", description = "let a version suggest types from now on")
  int switchOn(
      @Parameters(paramLabel = "VERSION") int version,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decided")
          String by)
      throws Exception {
    try (Installation installation = installation()) {
      boolean exists =
          installation.get(LearnedDesk.class).overview().versions().stream()
              .anyMatch(entry -> entry.version() == version && entry.forgottenAt() == null);
      if (!exists) {
        throw unknown(version);
      }
      return switched(installation, version, by, "Version " + version + " is switched on");
    }
  }

  @Command(name = "switch-off", description = "let nothing learned suggest types any more")
  int switchOff(
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decided")
          String by)
      throws Exception {
    try (Installation installation = installation()) {
      return switched(installation, null, by, "Learned types are switched off");
    }
  }

  private int switched(Installation installation, @Nullable Integer version, String by, String done)
      throws Exception {
    if (by.isBlank() || by.chars().anyMatch(Character::isISOControl)) {
      throw new WrongUsage("--by must be a name on one line");
    }
    Optional<Integer> typed =
        installation
            .get(LearnedDesk.class)
            .switchTo(version, by.strip(), door.asOf(installation.get(Clock.class)));
    String sentence =
        typed
            .map(count -> done + "; incidents typed again: " + count + ".")
            .orElse(done + " already; nothing changed.");
    String command = "learned-types " + (version == null ? "switch-off" : "switch-on");
    answer(command, List.of(), List.of(sentence), Map.of("typedAgain", typed.orElse(0)));
    return ExitCode.DONE;
  }

  private void answer(
      String command, List<String> files, List<String> messages, Map<String, Object> more) {
    if (!door.json()) {
      new Answer(command, "done", files, messages).print(false);
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("command", command);
    document.put("status", "done");
    document.put("outputs", files);
    document.put("messages", messages);
    document.putAll(more);
    Answer.print(document);
  }

  private static WrongUsage unknown(int version) {
    return new WrongUsage(
        "there is no version " + version + " to use; list them with: learned-types");
  }

  private Installation installation() throws IOException {
    return Installation.open(door.home(), door.jobs(), false, false);
  }
}

package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.store.SignalDesk;
import org.breachledger.casework.store.SignalDesk.NotToBeJudged;
import org.breachledger.casework.store.SignalDesk.Promoted;
import org.breachledger.casework.store.Signals;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.SignalTable;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Lists what access logs hint at, shows one signal, and promotes or dismisses it. Lists never name
 * an account; {@code show} does, and is on record. A signal that does not exist is wrong usage; one
 * that was decided already is refused.
 */
@Command(
    name = "signals",
    description = "list the signals of access logs, and promote or dismiss them")
final class SignalsCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--open", description = "those nobody has decided on (the default)")
  private boolean open;

  @Option(names = "--all", description = "the decided ones too")
  private boolean all;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "write the list to a file")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    if (open && all) {
      throw new WrongUsage("--open and --all exclude each other");
    }
    try (Installation installation = installation()) {
      List<StoredSignal> signals =
          inTransaction(
              installation, () -> new Signals(installation.get(JdbcClient.class)).list(!all));
      print(signals);
      return ExitCode.DONE;
    }
  }

  private void print(List<StoredSignal> signals) throws IOException {
    List<String> files = new ArrayList<>();
    if (out != null) {
      write(out, signals);
      files.add(out.toString());
    }
    String count = signals.size() + (signals.size() == 1 ? " signal" : " signals");
    List<String> messages = new ArrayList<>(List.of(all ? count : count + " to be judged"));
    if (door.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("command", "signals");
      document.put("status", "done");
      document.put("outputs", files);
      document.put("messages", messages);
      document.put("signals", signals.stream().map(SignalsCommand::json).toList());
      Answer.print(document);
      return;
    }
    if (out == null) {
      signals.forEach(signal -> messages.add(line(signal)));
    }
    new Answer("signals", "done", files, messages).print(false);
  }

  private static String line(StoredSignal signal) {
    return "  "
        + signal.id()
        + "  "
        + (signal.open() ? "" : signal.state() + "  ")
        + signal.title()
        + ": "
        + signal.evidence()
        + (signal.school().isEmpty() ? "" : ", " + signal.school())
        + " (import "
        + signal.importId()
        + ", line "
        + signal.first().row()
        + ")";
  }

  private static void write(Path file, List<StoredSignal> signals) throws IOException {
    try (TableFile table =
        TableFile.create(file, TableFile.Format.CSV, "signals", SignalTable.COLUMNS)) {
      for (StoredSignal signal : signals) {
        table.row(SignalTable.row(signal));
      }
      table.done();
    }
  }

  private static Map<String, @Nullable Object> json(StoredSignal signal) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    List<@Nullable Object> cells = SignalTable.row(signal);
    for (int i = 0; i < SignalTable.COLUMNS.size(); i++) {
      Object cell = cells.get(i);
      entry.put(
          SignalTable.COLUMNS.get(i), cell instanceof Outside outside ? outside.text() : cell);
    }
    return entry;
  }

  @Command(name = "show", description = "show one signal with the account it is about")
  int show(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who asks")
          String by)
      throws IOException {
    try (Installation installation = installation()) {
      return judged(
          "show",
          () -> {
            StoredSignal signal =
                inTransaction(
                    installation,
                    () -> installation.get(SignalDesk.class).show(id, oneLine("--by", by)));
            List<String> lines = new ArrayList<>();
            lines.add(line(signal).strip());
            lines.add("  about: " + signal.subject());
            if (signal.why() != null) {
              lines.add("  " + signal.state() + " by " + signal.decidedBy() + ": " + signal.why());
            }
            return lines;
          });
    }
  }

  @Command(name = "promote", description = "make a signal an incident")
  int promote(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who judged it")
          String by,
      @Option(names = "--why", required = true, paramLabel = "TEXT", description = "the reason")
          String why,
      @Option(names = "--school", paramLabel = "NAME", description = "whose it is")
          @Nullable String school)
      throws Exception {
    try (Installation installation = installation()) {
      Clock clock = installation.get(Clock.class);
      AsOf asOf = door.asOf(clock);
      int code =
          judged(
              "promote",
              () -> {
                Promoted made =
                    inTransaction(
                        installation,
                        () ->
                            installation
                                .get(SignalDesk.class)
                                .promote(
                                    id,
                                    oneLine("--by", by),
                                    given("--why", why),
                                    school,
                                    clock.instant(),
                                    asOf.day()));
                return List.of(
                    "Signal "
                        + id
                        + " is incident "
                        + made.incidentId()
                        + " with the reference "
                        + made.reference()
                        + "; \"undo "
                        + made.importId()
                        + "\" takes that back.");
              });
      if (code == ExitCode.DONE) {
        installation.get(Assessment.class).run(asOf);
      }
      return code;
    }
  }

  @Command(name = "dismiss", description = "say why a signal is no incident")
  int dismiss(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who judged it")
          String by,
      @Option(names = "--why", required = true, paramLabel = "TEXT", description = "the reason")
          String why)
      throws IOException {
    try (Installation installation = installation()) {
      return judged(
          "dismiss",
          () -> {
            inTransaction(
                installation,
                () -> {
                  installation
                      .get(SignalDesk.class)
                      .dismiss(
                          id,
                          oneLine("--by", by),
                          given("--why", why),
                          installation.get(Clock.class).instant());
                  return true;
                });
            return List.of("Signal " + id + " is dismissed.");
          });
    }
  }

  private int judged(String word, java.util.function.Supplier<List<String>> judgement) {
    try {
      List<String> said = judgement.get();
      new Answer("signals " + word, "done", List.of(), said).print(door.json());
      return ExitCode.DONE;
    } catch (NotToBeJudged refused) {
      String sentence = String.valueOf(refused.getMessage());
      if (refused.missing()) {
        throw new WrongUsage(sentence);
      }
      if (door.json()) {
        new Answer("signals " + word, "refused", List.of(), List.of(sentence)).print(true);
      } else {
        Console.err().println(sentence);
      }
      return ExitCode.REFUSED;
    }
  }

  private Installation installation() throws IOException {
    return Installation.open(door.home(), door.jobs(), false, false);
  }

  private static <T> T inTransaction(
      Installation installation, java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  private static String given(String option, String text) {
    if (text.isBlank()) {
      throw new WrongUsage(option + " is empty; write a few words");
    }
    return text.strip();
  }

  private static String oneLine(String option, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new WrongUsage(option + " must be one line");
    }
    return given(option, text);
  }
}

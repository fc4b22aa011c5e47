package org.breachledger.pipeline.cli;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.breachledger.alerting.mail.MailSettings;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.database.DatabaseUnavailable;
import org.breachledger.pipeline.home.FullDisk;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.ArchiveRefused;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;
import org.breachledger.policy.UnknownPolicy;
import org.breachledger.policy.files.JobsFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line's front door: the options every command takes, and what a failure looks like.
 */
@Command(
    name = "breachledger",
    description = "Logs, judges, times and compares the information-security incidents of schools.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      RunCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      UndoCommand.class,
      NilReturnCommand.class,
      ClassifyCommand.class,
      ScoreCommand.class,
      DeadlinesCommand.class,
      ReplayCommand.class,
      RestatementsCommand.class,
      VerifyAuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ConfirmTypesCommand.class,
      LearnedTypesCommand.class,
      SignalsCommand.class,
      CaseCommand.class,
      PolicyCommand.class,
      RetentionCommand.class,
      AlertsCommand.class,
      DeliverCommand.class,
      MessagesCommand.class,
      ResetSignInCommand.class,
      ArchiveCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = NameAndVersion.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND")
public final class CommandLineDoor implements Callable<Integer> {

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "the installation's folder (default: BREACHLEDGER_HOME or ./breachledger-home)")
  private @Nullable Path home;

  @Option(
      names = "--jobs",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "the school's own tables (default: <home>/jobs)")
  private @Nullable Path jobs;

  @Option(
      names = "--as-of",
      scope = ScopeType.INHERIT,
      paramLabel = "MOMENT",
      description = "look at the record from this moment, such as 2026-07-01T03:00")
  private @Nullable AsOf asOf;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "print one JSON document on standard output")
  private boolean json;

  /** Runs a command line and gives its exit code. */
  public static int run(String... args) {
    CommandLineDoor door = new CommandLineDoor();
    CommandLine line = new CommandLine(door);
    PlainValues.teach(line);
    line.setOut(new java.io.PrintWriter(Console.out(), true));
    line.setErr(new java.io.PrintWriter(Console.err(), true));
    line.setExecutionExceptionHandler((failure, command, parsed) -> door.explain(failure));
    line.setParameterExceptionHandler((wrong, parsed) -> explain(wrong));
    return ended(() -> line.execute(args));
  }

  /** How it ended, even where memory or a part of the program was missing. */
  static int ended(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Error e) {
      Failure.report(e);
      return ExitCode.FAILED;
    }
  }

  /** Without a command the pages are served. */
  @Override
  public Integer call() throws Exception {
    return ServeCommand.serve(this, false);
  }

  /** The installation's folder. */
  public Home home() {
    if (home != null) {
      return new Home(home);
    }
    String named = System.getenv("BREACHLEDGER_HOME");
    return new Home(Path.of(named == null || named.isBlank() ? "breachledger-home" : named));
  }

  /** The policy's tables: the school's own before the shipped ones. */
  public PolicySource tables() {
    return new JobsFolder(jobs == null ? home().jobs() : jobs);
  }

  /** The folder of the school's own tables. */
  public Path jobs() {
    return jobs == null ? home().jobs() : jobs;
  }

  /** The as-of asked for, else the clock's. */
  public AsOf asOf(Clock clock) {
    return asOf == null ? AsOf.from(clock) : asOf;
  }

  /** Refuses an as-of where nothing would look at it. */
  void refuseAsOf(String why) {
    if (asOf != null) {
      throw new WrongUsage("--as-of: " + why);
    }
  }

  /** Whether one JSON document is wanted. */
  public boolean json() {
    return json;
  }

  /** What was wrong with the words of the command, the likeliest right one, and where to look. */
  private static int explain(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    StringBuilder said = new StringBuilder(String.valueOf(wrong.getMessage())).append('.');
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        said.append(" Did you mean ").append(String.join(" or ", near)).append('?');
      }
    }
    String name = command.getCommandSpec().qualifiedName();
    Console.err().println(said + " See: " + name + " --help");
    return ExitCode.WRONG_USAGE;
  }

  private int explain(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongUsage
          || cause instanceof RefusedTable
          || cause instanceof UnknownPolicy
          || cause instanceof MailSettings.RefusedSetting
          || cause instanceof ArchiveRefused
          || cause instanceof DatabaseUnavailable) {
        Console.err().println(cause.getMessage());
        return ExitCode.WRONG_USAGE;
      }
    }
    if (FullDisk.isTold(failure) || FullDisk.isAt(home().folder())) {
      Console.err()
          .println(
              "The disk that holds "
                  + home().folder()
                  + " is full. Nothing half-done was kept: make room on it, then run the same command"
                  + " again.");
      return ExitCode.WRONG_USAGE;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException file) {
        Console.err()
            .println(
                file.getFile()
                    + " cannot be read or written; check the path, the disk and the permissions");
        return ExitCode.WRONG_USAGE;
      }
    }
    Failure.report(failure);
    return ExitCode.FAILED;
  }
}

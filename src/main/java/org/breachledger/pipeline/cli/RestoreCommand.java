package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.backup.BackupRefused;
import org.breachledger.pipeline.backup.Passphrase;
import org.breachledger.pipeline.backup.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Brings a backup back. Ends with 1 where the file is refused, or an audit trail in it was broken;
 * with 2 where the home is not empty.
 */
@Command(name = "restore", description = "bring a backup back into an empty home")
final class RestoreCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "its first line is the passphrase (otherwise BREACHLEDGER_PASSPHRASE)")
  private @Nullable Path passphraseFile;

  @Override
  public Integer call() throws Exception {
    try (BareStart start = new BareStart()) {
      Passphrase passphrase = Passphrase.findToOpen(passphraseFile, System.getenv());
      Restore.Restored restored =
          new Restore(door.home(), System.getenv(), Clock.systemUTC())
              .from(file, passphrase, (done, all) -> Progress.show("restore", done, all));
      Progress.end();
      List<String> messages = new ArrayList<>();
      messages.add(
          "The backup is restored; every table has the rows and checksum it had, every audit"
              + " trail ends where it ended.");
      messages.add(restored.manifest().sentence());
      messages.addAll(restored.findings());
      boolean whole = restored.findings().isEmpty();
      new Answer(
              "restore",
              whole ? "done" : "touched",
              List.of(door.home().folder().toString()),
              messages)
          .print(door.json());
      return whole ? ExitCode.DONE : ExitCode.REFUSED;
    } catch (BackupRefused refused) {
      return refuse("restore", file, refused, door.json());
    }
  }

  /** A file that is to blame is a refused file; everything else is to be set up otherwise. */
  static int refuse(String command, Path file, BackupRefused refused, boolean json) {
    Progress.end();
    if (refused.because() == BackupRefused.Because.SET_UP) {
      throw new WrongUsage(refused.sentence());
    }
    return Answer.refuse(command, file + ": " + refused.sentence(), json);
  }
}

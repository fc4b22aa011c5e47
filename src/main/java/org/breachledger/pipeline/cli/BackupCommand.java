package org.breachledger.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.backup.Asker;
import org.breachledger.pipeline.backup.Backup;
import org.breachledger.pipeline.backup.BackupRefused;
import org.breachledger.pipeline.backup.Manifest;
import org.breachledger.pipeline.backup.Passphrase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes a backup of the whole installation, while it works or not. */
@Command(name = "backup", description = "write everything into one file, locked by a passphrase")
final class BackupCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE", description = "the file to write; it must not exist yet")
  private Path file = Path.of("");

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "its first line is the passphrase (otherwise BREACHLEDGER_PASSPHRASE)")
  private @Nullable Path passphraseFile;

  @Override
  public Integer call() throws Exception {
    try (BareStart start = new BareStart()) {
      Passphrase passphrase = Passphrase.find(passphraseFile, System.getenv());
      Manifest manifest =
          new Backup(door.home(), System.getenv(), Clock.systemUTC())
              .write(
                  file,
                  passphrase,
                  Asker.COMMAND_LINE,
                  (done, all) -> Progress.show("backup", done, all));
      Progress.end();
      List<String> messages =
          List.of(
              "The backup was made and read back: "
                  + manifest.tables().size()
                  + " tables and "
                  + manifest.files().size()
                  + " files in "
                  + Files.size(file)
                  + " bytes.",
              manifest.sentence(),
              "Keep the passphrase apart from the file: without it nobody can open it, nor can we.");
      new Answer("backup", "done", List.of(file.toString()), messages).print(door.json());
      return ExitCode.DONE;
    } catch (BackupRefused refused) {
      return RestoreCommand.refuse("backup", file, refused, door.json());
    }
  }
}

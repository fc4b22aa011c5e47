package org.breachledger.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.GivenBack;
import org.breachledger.pipeline.imports.PlainOriginals;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives originals back, which lie locked in the archive, and locks those of before. */
@Command(name = "archive", description = "give an original back, or lock those an older one kept")
final class ArchiveCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() {
    throw new WrongUsage("say what to do: archive give IMPORT-ID --out FILE, or archive lock");
  }

  @Command(name = "give", description = "write the file an import was made from; it goes on record")
  int give(
      @Parameters(paramLabel = "IMPORT-ID", description = "the number the import was given")
          long importId,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "a file that is not there yet")
          Path out,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who asks for it")
          String by)
      throws Exception {
    String account = CaseSession.oneLine("--by", by);
    if (Files.exists(out)) {
      throw new WrongUsage("--out: " + out + " is there already; name another file");
    }
    try (Installation installation = open()) {
      new GivenBack(
              installation.get(Archive.class),
              installation.get(JdbcClient.class),
              installation.get(AuditTrail.class),
              installation.get(TransactionTemplate.class))
          .write(importId, out, account);
    }
    new Answer(
            "archive give",
            "done",
            List.of(out.toString()),
            List.of("The original of import " + importId + " as it came; delete it after use."))
        .print(door.json());
    return ExitCode.DONE;
  }

  @Command(name = "lock", description = "lock the originals an older program kept plain")
  int lock() throws Exception {
    try (Installation installation = open()) {
      PlainOriginals.Outcome outcome =
          installation
              .get(PlainOriginals.class)
              .lock(installation.get(Clock.class).instant(), () -> false);
      String sentence =
          outcome.locked()
              + " originals were locked, "
              + outcome.left()
              + " could not be and lie as they did.";
      new Answer(
              "archive lock",
              outcome.left() == 0 ? "done" : "refused",
              List.of(),
              List.of(sentence))
          .print(door.json());
      return outcome.left() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  private Installation open() throws Exception {
    return Installation.open(door.home(), door.jobs(), false, false);
  }
}

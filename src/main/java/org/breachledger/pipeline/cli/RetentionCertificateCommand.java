package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.exchange.WholeFile;
import org.breachledger.keeping.store.DestructionCertificates;
import org.breachledger.pipeline.erasure.DestructionDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the certificates of destruction, or writes one as it was printed. */
@Command(name = "certificates", description = "list the certificates of destruction, or write one")
final class RetentionCertificateCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "the certificate to write; without it they are listed")
  private @Nullable Integer number;

  @Option(names = "--out", paramLabel = "DIR", description = "the folder to write it to")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(parent.door(), "retention certificates")) {
      if (number == null) {
        return list(session);
      }
      int asked = number;
      Optional<byte[]> paper = session.certificates(records -> records.paper(asked));
      if (paper.isEmpty()) {
        throw new WrongUsage("there is no certificate " + number);
      }
      Path file = out.resolve(DestructionDesk.fileName(number));
      WholeFile.write(file, paper.get());
      new Answer("retention certificates", "done", List.of(file.toString()), List.of("Written:"))
          .print(parent.door().json());
      return ExitCode.DONE;
    }
  }

  private static int list(RetentionSession session) {
    List<DestructionCertificates.Entry> all = session.certificates(DestructionCertificates::list);
    return session.listed(
        "certificates",
        all.isEmpty() ? "Nothing was ever destroyed." : "Certificates of destruction:",
        List.of(),
        all.stream().map(RetentionShown::row).toList(),
        all.stream().map(RetentionShown::line).toList());
  }
}

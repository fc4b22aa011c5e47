package org.breachledger.pipeline.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lifts a legal hold; where several stand on the same place, the one that is named. */
@Command(name = "lift", description = "lift a legal hold")
final class RetentionLiftCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "SCHOOL", description = "the school")
  private String school = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REFERENCE",
      description = "the incident; without it the hold on the whole school")
  private @Nullable String reference;

  @Option(names = "--hold", paramLabel = "N", description = "its number, where several stand")
  private @Nullable Long hold;

  @Mixin private RetentionCommand.Said said = new RetentionCommand.Said();

  @Override
  public Integer call() throws Exception {
    String why = said.why();
    try (RetentionSession session = new RetentionSession(parent.door(), "retention lift")) {
      return session.done(
          () -> {
            long id =
                session
                    .desk()
                    .lift(
                        session.place(school, reference),
                        Optional.ofNullable(hold),
                        why,
                        session.by(said.by()));
            return "Hold " + id + " on " + RetentionShown.place(school, reference) + " is lifted.";
          });
    }
  }
}

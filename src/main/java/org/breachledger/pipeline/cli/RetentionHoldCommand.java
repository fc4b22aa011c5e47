package org.breachledger.pipeline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Places a legal hold on an incident or on a whole school. */
@Command(name = "hold", description = "let nothing of an incident or a school be destroyed")
final class RetentionHoldCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "SCHOOL", description = "the school")
  private String school = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REFERENCE",
      description = "the incident; without it the whole school")
  private @Nullable String reference;

  @Mixin private RetentionCommand.Said said = new RetentionCommand.Said();

  @Override
  public Integer call() throws Exception {
    String why = said.why();
    try (RetentionSession session = new RetentionSession(parent.door(), "retention hold")) {
      return session.done(
          () -> {
            long id =
                session.desk().hold(session.place(school, reference), why, session.by(said.by()));
            return "Hold " + id + " is placed on " + RetentionShown.place(school, reference) + ".";
          });
    }
  }
}

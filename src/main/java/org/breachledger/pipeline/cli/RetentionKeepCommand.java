package org.breachledger.pipeline.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.breachledger.calendar.London;
import org.breachledger.keeping.store.ListDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Keeps an incident whose period is over: it leaves the list until a day. */
@Command(name = "keep", description = "keep an incident that is due, for a reason and until a day")
final class RetentionKeepCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "SCHOOL", description = "the school")
  private String school = "";

  @Parameters(index = "1", paramLabel = "REFERENCE", description = "the incident")
  private String reference = "";

  @Option(
      names = "--until",
      paramLabel = "D",
      description = "the day on which it is due again; in a year unless said otherwise")
  private @Nullable LocalDate until;

  @Mixin private RetentionCommand.Said said = new RetentionCommand.Said();

  @Override
  public Integer call() throws Exception {
    String why = said.why();
    try (RetentionSession session = new RetentionSession(parent.door(), "retention keep")) {
      LocalDate today = London.dayOf(session.now());
      LocalDate day = until == null ? today.plusYears(1) : until;
      if (!day.isAfter(today)) {
        throw new WrongUsage("--until names a day that is still to come");
      }
      return session.done(
          () -> {
            long id = session.place(school, reference).incidentId().orElseThrow();
            session.get(ListDesk.class).keep(id, day, why, session.by(said.by()));
            return reference
                + ", "
                + school
                + ", stays on record and is not due before "
                + day
                + ".";
          });
    }
  }
}

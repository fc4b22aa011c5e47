package org.breachledger.pipeline.cli;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Records that a school had nothing to report in a month [002]. */
@Command(name = "nil-return", description = "this school had nothing to report in a month")
final class NilReturnCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(
      names = "--school",
      required = true,
      paramLabel = "NAME",
      description = "URN, name or alias")
  private String school = "";

  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "the month")
  private YearMonth month = YearMonth.of(2000, 1);

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      Clock clock = installation.get(Clock.class);
      if (!month.plusMonths(1).atDay(1).isAfter(door.asOf(clock).day())) {
        String message =
            installation
                .get(TransactionTemplate.class)
                .execute(status -> record(installation, clock));
        new Answer("nil-return", "done", List.of(), List.of(String.valueOf(message)))
            .print(door.json());
        return ExitCode.DONE;
      }
      throw new WrongUsage(
          month + " has not ended yet; a nil return says a whole month had nothing to report");
    }
  }

  private String record(Installation installation, Clock clock) {
    SchoolRegister schools = installation.get(SchoolRegister.class);
    int id =
        schools
            .find(school)
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "there is no school \""
                            + school
                            + "\"; the schools are "
                            + String.join(", ", schools.names())));
    int incidents = schools.incidentsIn(id, month);
    if (incidents > 0) {
      throw new WrongUsage(
          school + " has " + incidents + " on record for " + month + ", so it is no nil return");
    }
    boolean fresh = schools.nilReturn(id, month, "command line", clock.instant());
    if (fresh) {
      installation
          .get(AuditTrail.class)
          .append(
              "command line",
              "nil-return",
              "school " + id,
              AuditDetails.none().and("month", month.toString()));
      return school + " had nothing to report in " + month + ": recorded";
    }
    return school + " had nothing to report in " + month + ": this was on record already";
  }
}

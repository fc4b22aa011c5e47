package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.keeping.SchoolRetention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * How long the register is kept, what is due and what is held; what is confirmed is destroyed, and
 * a person's words are found and taken out.
 */
@Command(
    name = "retention",
    description = "how long the register is kept: set, hold, confirm, destroy, redact",
    subcommands = {
      RetentionDueCommand.class,
      RetentionHoldCommand.class,
      RetentionLiftCommand.class,
      RetentionKeepCommand.class,
      RetentionConfirmCommand.class,
      RetentionDestroyCommand.class,
      RetentionCertificateCommand.class,
      RetentionOriginalsCommand.class,
      RetentionFindCommand.class,
      RetentionRedactCommand.class,
      RetentionRedactImportCommand.class
    })
final class RetentionCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  CommandLineDoor door() {
    return door;
  }

  /** How long: in one unit or the other. */
  static final class Length {

    @Option(names = "--years", required = true, paramLabel = "N", description = "whole years")
    private @Nullable Integer years;

    @Option(names = "--months", required = true, paramLabel = "N", description = "whole months")
    private @Nullable Integer months;

    RetentionPeriod period() {
      try {
        return years != null
            ? new RetentionPeriod(years, RetentionPeriod.Unit.YEARS)
            : new RetentionPeriod(months == null ? 0 : months, RetentionPeriod.Unit.MONTHS);
      } catch (IllegalArgumentException e) {
        throw new WrongUsage(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Who decided it and why: every step about a hold has both. */
  static final class Said {

    @Option(
        names = "--why",
        required = true,
        paramLabel = "TEXT",
        description = "the reason, which stays in the record")
    private String why = "";

    @Option(
        names = "--by",
        required = true,
        paramLabel = "ROLE",
        description = "a role of the policy that decided it")
    private String by = "";

    String why() {
      return CaseSession.oneLine("--why", why);
    }

    String by() {
      return by;
    }
  }

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(door, "retention")) {
      List<SchoolRetention> schools = session.schools();
      return session.listed(
          "schools",
          RetentionShown.summary(schools),
          List.of(),
          schools.stream().map(RetentionShown::row).toList(),
          schools.stream().map(RetentionShown::line).toList());
    }
  }

  @Command(name = "set", description = "set how long closed cases are kept")
  int set(
      @Option(
              names = "--school",
              paramLabel = "NAME",
              description = "this school's own; without it, every school that has none of its own")
          @Nullable String school,
      @ArgGroup(multiplicity = "1") Length length,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "ROLE",
              description = "a role of the policy that decided it")
          String by)
      throws Exception {
    RetentionPeriod period = length.period();
    try (RetentionSession session = new RetentionSession(door, "retention set")) {
      return session.done(
          () -> {
            int id = school == null ? RetentionSetting.EVERY_OTHER : session.school(school);
            session.desk().set(id, period, session.by(by));
            return (school == null ? "Every school without a period of its own" : school)
                + " keeps closed cases for "
                + period.words()
                + " from now on.";
          });
    }
  }

  @Command(name = "holds", description = "list the legal holds that stand")
  int holds() throws Exception {
    try (RetentionSession session = new RetentionSession(door, "retention holds")) {
      List<LegalHold> holds = session.holds();
      return session.listed(
          "holds",
          holds.isEmpty() ? "No legal hold stands." : "Legal holds that stand:",
          List.of(),
          holds.stream()
              .map(hold -> RetentionShown.row(hold, session.name(hold), session.reference(hold)))
              .toList(),
          holds.stream()
              .map(hold -> RetentionShown.line(hold, session.name(hold), session.reference(hold)))
              .toList());
    }
  }
}

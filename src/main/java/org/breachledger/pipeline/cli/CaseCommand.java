package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.casework.Decision;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.pipeline.exports.CaseTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * What people decide about an incident: decisions and referrals, actions, the review after six
 * months, and what its closing still needs. An incident, subject or word nobody knows is wrong
 * usage; what stands against the record is refused.
 */
@Command(
    name = "case",
    description = "decide on an incident, refer it, and see what its record still needs",
    subcommands = {
      CaseActionCommand.class,
      CaseReviewCommand.class,
      CaseCloseCheckCommand.class,
      CaseCloseCommand.class,
      CaseReopenCommand.class,
      CaseScoreCommand.class
    })
final class CaseCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() {
    throw new WrongUsage(
        "say what to do: show, decide, refer, action, review, close-check, close, reopen or score; see:"
            + " breachledger case --help");
  }

  CommandLineDoor door() {
    return door;
  }

  /** The incident it is about. */
  static final class Which {

    @Parameters(index = "0", paramLabel = "SCHOOL", description = "the school")
    private String school = "";

    @Parameters(index = "1", paramLabel = "REFERENCE", description = "the incident")
    private String reference = "";

    String school() {
      return school;
    }

    String reference() {
      return reference;
    }
  }

  /** Who did it, when and why. */
  static final class Said {

    @Option(
        names = "--by",
        required = true,
        paramLabel = "WHO",
        description = "a role of the policy, or a name, which stays in the record")
    private String by = "";

    @Option(
        names = {"--when", "--on"},
        paramLabel = "MOMENT",
        description = "a date, or a moment such as 2026-03-04T15:30 (default: now)")
    private @Nullable String when;

    String by() {
      return by;
    }

    @Nullable String when() {
      return when;
    }
  }

  @Command(name = "show", description = "show the decisions and referrals of an incident")
  int show(
      @Parameters(paramLabel = "SCHOOL") String school,
      @Parameters(paramLabel = "REFERENCE") String reference)
      throws Exception {
    try (CaseSession session = new CaseSession(door, "case show")) {
      List<List<@Nullable Object>> lines =
          session.found(
              () ->
                  session
                      .get(CaseTables.class)
                      .decisions(session.file(school, reference), session.asOf()));
      return session.listed(
          "decisions",
          CaseTables.DECISIONS,
          lines,
          "Decisions and referrals of " + reference + ", " + school + ":",
          CaseCommand::line);
    }
  }

  @Command(name = "decide", description = "record a decision or that something was established")
  int decide(
      @Parameters(paramLabel = "SCHOOL") String school,
      @Parameters(paramLabel = "REFERENCE") String reference,
      @Option(
              names = "--about",
              required = true,
              paramLabel = "SUBJECT",
              description = "a subject of jobs/casework/decisions.csv, such as ico or individuals")
          String about,
      @Option(
              names = "--outcome",
              required = true,
              paramLabel = "WORD",
              description = "one of its outcomes, or withdrawn")
          String outcome,
      @Option(names = "--why", paramLabel = "TEXT", description = "the reason; stays in the record")
          @Nullable String why,
      @Option(names = "--delay", paramLabel = "TEXT", description = "the reason for a delay")
          @Nullable String delay,
      @Mixin Said said)
      throws Exception {
    return record("case decide", school, reference, new Wanted(about, outcome, why, delay, said));
  }

  @Command(name = "refer", description = "record that an incident was referred, or why not")
  int refer(
      @Parameters(paramLabel = "SCHOOL") String school,
      @Parameters(paramLabel = "REFERENCE") String reference,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "ROUTE",
              description = "a line of the profile's routes, such as dpo or caldicott-guardian")
          String route,
      @Option(names = "--not-needed", description = "considered, and decided against; needs --why")
          boolean notNeeded,
      @Option(names = "--withdrawn", description = "take back what was recorded of this route")
          boolean withdrawn,
      @Option(names = "--why", paramLabel = "TEXT", description = "the reason; stays in the record")
          @Nullable String why,
      @Option(names = "--delay", paramLabel = "TEXT", description = "the reason for a delay")
          @Nullable String delay,
      @Mixin Said said)
      throws Exception {
    if (notNeeded && withdrawn) {
      throw new WrongUsage("--not-needed and --withdrawn exclude each other");
    }
    String outcome =
        notNeeded ? Decision.NOT_NEEDED : withdrawn ? Decision.WITHDRAWN : Decision.REFERRED;
    return record("case refer", school, reference, new Wanted(route, outcome, why, delay, said));
  }

  /** A decision as it was asked for. */
  private record Wanted(
      String subject, String outcome, @Nullable String why, @Nullable String delay, Said said) {
    @Override
    public String toString() {
      return "Wanted[" + subject + " " + outcome + "]";
    }
  }

  private int record(String command, String school, String reference, Wanted wanted)
      throws Exception {
    try (CaseSession session = new CaseSession(door, command)) {
      int code =
          session.done(
              () -> {
                Decision decision =
                    new Decision(
                        wanted.subject(),
                        wanted.outcome(),
                        session.moment(wanted.said().when()),
                        session.who(wanted.said().by()),
                        given(wanted.why()),
                        given(wanted.delay()));
                session
                    .get(CaseDesk.class)
                    .decide(
                        session.incident(school, reference),
                        decision,
                        CaseSession.oneLine("--by", wanted.said().by()),
                        session.asOf(),
                        session.now());
                return List.of(
                    "Recorded for "
                        + reference
                        + ": "
                        + decision.subject()
                        + " "
                        + decision.outcome()
                        + ".");
              });
      session.assessAfter(code);
      return code;
    }
  }

  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  private static String line(Map<String, @Nullable Object> line) {
    StringBuilder said = new StringBuilder();
    said.append(line.get("title")).append(": ").append(line.get("outcome"));
    if (line.get("by") != null) {
      said.append(", by ").append(line.get("by"));
    }
    if (line.get("when") != null) {
      said.append(", ").append(line.get("when"));
    }
    if ("missing".equals(line.get("reason"))) {
      said.append("; reason missing");
    }
    if ("missing".equals(line.get("delay_reason"))) {
      said.append("; reason for the delay missing");
    }
    return said.append(" [").append(line.get("source")).append("]").toString();
  }
}

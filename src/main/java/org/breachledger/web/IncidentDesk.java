package org.breachledger.web;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closing;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.DecisionWord;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.CaseDesk.NewAction;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.CaseRefused;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.casework.store.ScoreDesk;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.types.ConfirmOutcome;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationLine;
import org.breachledger.web.Typed.Wrong;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person does to an incident on its page: each under the lock of the register, and only
 * where the incident is still what the person saw; then it is assessed again.
 */
final class IncidentDesk {

  /** What the boxes of factors are called, each with its factor's code. */
  static final String FACTOR = "factor-";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final IncidentRegister register;
  private final IncidentFile incidents;
  private final ConfirmTypes types;
  private final CaseDesk cases;
  private final ClosingDesk closings;
  private final ScoreDesk scores;
  private final CaseRules rules;
  private final Assessment assessment;
  private final Clock clock;

  IncidentDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      IncidentRegister register,
      IncidentFile incidents,
      ConfirmTypes types,
      CaseDesk cases,
      ClosingDesk closings,
      ScoreDesk scores,
      CaseRules rules,
      Assessment assessment,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.register = register;
    this.incidents = incidents;
    this.types = types;
    this.cases = cases;
    this.closings = closings;
    this.scores = scores;
    this.rules = rules;
    this.assessment = assessment;
    this.clock = clock;
  }

  /** Somebody or an import changed the incident since the page was opened. */
  static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Pieces are missing without which a case is not closed. */
  static final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Closing.Checked> missing;

    Incomplete(List<Closing.Checked> missing) {
      this.missing = missing;
    }

    List<Closing.Checked> missing() {
      return missing;
    }
  }

  @FunctionalInterface
  private interface Step {
    String take(AsOf asOf, Instant at);
  }

  /** Corrects or confirms the type, with the reason. */
  String type(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    String[] chosen = typed.need("type", "Choose a breach type").split("/", 2);
    String reason = typed.need("reason", "Write why it is this type; it stays in the record");
    ConfirmationLine line =
        ConfirmationLine.saying(chosen[0], chosen.length < 2 ? "" : chosen[1], reason);
    ConfirmOutcome.Line done =
        types.take(id, line, me.getUsername(), AsOf.from(clock), () -> refuseStale(id, typed));
    return switch (done.became()) {
      case REFUSED -> throw new Wrong("type", "Choose a breach type of the list");
      case UNCHANGED -> "This type is on record already; nothing changed.";
      case CONFIRMED -> "The type is confirmed.";
      default -> "The type is corrected; score, repeats and deadlines are up to date.";
    };
  }

  /** Records a decision or a referral. */
  String decide(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    String[] chosen = typed.need("decision", "Choose what was decided or done").split("/", 2);
    if (chosen.length < 2) {
      throw new Wrong("decision", "Choose a decision of the list");
    }
    boolean needed =
        chosen[1].equals(Decision.NOT_NEEDED)
            || rules
                .words()
                .find(chosen[0], chosen[1])
                .map(DecisionWord::reasonNeeded)
                .orElse(false);
    if (needed) {
      typed.need("why", "Write the reason: this decision is not recorded without one");
    }
    return step(
        id,
        typed,
        (asOf, at) -> {
          cases.decide(
              id,
              new Decision(
                  chosen[0],
                  chosen[1],
                  typed.moment("day", "time", asOf),
                  who(typed),
                  typed.find("why"),
                  typed.find("delay")),
              me.getUsername(),
              asOf,
              at);
          return "The decision is recorded.";
        });
  }

  /** Adds an action. */
  String add(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    ActionKind kind =
        ActionKind.find(typed.need("kind", "Choose what kind of action it is"))
            .orElseThrow(() -> new Wrong("kind", "Choose a kind of the list"));
    NewAction action =
        new NewAction(
            kind,
            typed.need("what", "Write what is to be done"),
            typed.find("owner").map(owner -> ByWhom.parse(owner, rules.profile())),
            typed.day("due"));
    return step(
        id,
        typed,
        (asOf, at) -> {
          cases.add(id, action, me.getUsername(), at);
          return "The action is added.";
        });
  }

  /** Records that an action was done. */
  String finish(SignedIn me, long id, long actionId, Typed typed)
      throws SQLException, JobExecutionException {
    return step(
        id,
        typed,
        (asOf, at) -> {
          if (!belongs(actionId, id)) {
            throw new NotThere();
          }
          cases.finish(actionId, typed.moment("done", "time", asOf), me.getUsername(), asOf, at);
          return "The action is done.";
        });
  }

  private boolean belongs(long actionId, long incidentId) {
    return jdbc.sql("select count(*) from case_action where action_id = ? and incident_id = ?")
            .params(actionId, incidentId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Closes the case with its finding and lesson. */
  String close(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    String finding = typed.need("finding", "Choose what the investigation found");
    if (!Closure.FINDINGS.contains(finding)) {
      throw new Wrong("finding", "Choose a finding of the list");
    }
    return step(id, typed, (asOf, at) -> closed(me, id, finding, typed, asOf, at));
  }

  private String closed(SignedIn me, long id, String finding, Typed typed, AsOf asOf, Instant at) {
    Decision closure =
        Closure.closed(
            finding,
            typed.moment("closed", "closed-time", asOf),
            who(typed, "closed-by"),
            typed.find("lesson"),
            typed.find("even-so"));
    CaseFile file =
        new CaseRecords(jdbc, rules.profile()).find(id).orElseThrow(NotThere::new).file();
    boolean open =
        Closure.newest(file.decisions())
            .map(Decision::outcome)
            .filter(outcome -> !outcome.equals(Closure.REOPENED))
            .isEmpty();
    List<Closing.Checked> missing = rules.closing(file, closure, asOf).missing();
    if (open && closure.why().isEmpty() && !missing.isEmpty()) {
      throw new Incomplete(missing);
    }
    closings.close(id, closure, me.getUsername(), asOf, at);
    return missing.isEmpty()
        ? "The case is closed."
        : "The case is closed with pieces missing; your reason is on record.";
  }

  /** Opens a closed case again, with the reason. */
  String reopen(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    String reason = typed.need("reopen-why", "Write why the case is opened again");
    return step(
        id,
        typed,
        (asOf, at) -> {
          closings.reopen(
              id,
              Closure.reopened(
                  typed.moment("reopened", "reopened-time", asOf),
                  who(typed, "reopened-by"),
                  reason),
              me.getUsername(),
              asOf,
              at);
          return "The case is open again.";
        });
  }

  /** Corrects the number of people and the factors; the score is worked out anew. */
  String score(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    Optional<Individuals> people =
        typed
            .find("people")
            .map(
                written ->
                    Individuals.typed(written)
                        .orElseThrow(
                            () -> new Wrong("people", "Enter a number such as 12, or 20-30")));
    Set<String> factors =
        typed.fields().keySet().stream()
            .filter(name -> name.startsWith(FACTOR))
            .map(name -> name.substring(FACTOR.length()))
            .collect(Collectors.toSet());
    String why = typed.need("score-why", "Write why; it stays in the record");
    return step(
        id,
        typed,
        (asOf, at) -> {
          scores.correct(
              id,
              new ScoreDesk.Correction(
                  people,
                  Optional.of(factors),
                  new Moment.At(asOf.instant()),
                  who(typed, "score-by"),
                  why),
              me.getUsername(),
              asOf,
              at);
          return "Recorded; score, clocks and repeats are up to date.";
        });
  }

  /** Signs off the review after six months. */
  String review(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    return step(
        id,
        typed,
        (asOf, at) -> {
          cases.signOff(
              id,
              typed.moment("signed", "signed-time", asOf),
              who(typed, "signed-by"),
              typed.find("note"),
              me.getUsername(),
              asOf,
              at);
          return "The review is signed off.";
        });
  }

  private ByWhom who(Typed typed) {
    return who(typed, "by");
  }

  private ByWhom who(Typed typed, String field) {
    return ByWhom.parse(
        typed.need(field, "Enter who decided: a role, or a person"), rules.profile());
  }

  private String step(long id, Typed typed, Step step) throws SQLException, JobExecutionException {
    AsOf asOf = AsOf.from(clock);
    Optional<String> said =
        Optional.ofNullable(
            transactions.execute(
                status -> {
                  register.waitForTurn();
                  refuseStale(id, typed);
                  return step.take(asOf, clock.instant());
                }));
    assessment.ofChanged(asOf);
    return said.orElseThrow();
  }

  private void refuseStale(long id, Typed typed) {
    if (!typed.find("version").equals(Optional.of(incidents.version(id)))) {
      throw new Stale();
    }
  }

  /** What a refusal of the case desk says, in the words of the page. */
  static String sentence(CaseRefused refused) {
    Map<String, String> words =
        Map.of(
            "write it with --lesson", "write it below",
            "write it with --why", "write it below",
            "name a later moment with --on", "enter a later moment",
            "To close it anew, open it again first", "Open it again first",
            "Record what is missing, or close it with --even-so and the reason",
                "Record what is missing, or give the reason for closing it even so");
    String said = refused.sentence();
    for (Map.Entry<String, String> word : words.entrySet()) {
      said = said.replace(word.getKey(), word.getValue());
    }
    return said.substring(0, 1).toUpperCase(java.util.Locale.UK) + said.substring(1);
  }
}

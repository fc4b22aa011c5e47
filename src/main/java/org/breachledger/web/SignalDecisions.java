package org.breachledger.web;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.store.SignalDesk;
import org.breachledger.casework.store.SignalDesk.NotToBeJudged;
import org.breachledger.casework.store.SignalDesk.Promoted;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.web.Typed.Wrong;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person decides on a signal, through the desk the command line uses: a decision is made
 * once, and whoever comes second is told what the first decided.
 */
final class SignalDecisions {

  /** Said where nobody knows yet whose account or data it was. */
  static final String NOBODY_KNOWS = "unknown";

  private final SignalDesk desk;
  private final SignalQueries signals;
  private final SchoolQueries schools;
  private final BreachTypes types;
  private final Assessment assessment;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SignalDecisions(
      SignalDesk desk,
      SignalQueries signals,
      SchoolQueries schools,
      BreachTypes types,
      Assessment assessment,
      TransactionTemplate transactions,
      Clock clock) {
    this.desk = desk;
    this.signals = signals;
    this.schools = schools;
    this.types = types;
    this.assessment = assessment;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Somebody else decided first; says what and who. */
  static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Whom a signal is about.
   *
   * @param why the reason of the decision; empty while it is open
   */
  record About(String subject, String why) implements java.io.Serializable {

    /** Names nobody. */
    @Override
    public String toString() {
      return "About[]";
    }
  }

  /** Whom a signal is about; that it was shown, and to whom, is on record. */
  About about(SignedIn me, long id) {
    StoredSignal signal = once(id, () -> desk.show(id, me.getUsername()));
    return new About(signal.subject(), Optional.ofNullable(signal.why()).orElse(""));
  }

  /** Makes it an incident, which is then typed, scored and timed like any other. */
  String promote(SignedIn me, long id, Typed typed) throws SQLException, JobExecutionException {
    SignalQueries.Row signal = signals.find(id).orElseThrow(NotThere::new);
    String school = school(typed, signal);
    String type = typed.find("type").orElse(signal.typeCode());
    if (types.find(type).isEmpty()) {
      throw new Wrong("type", "Choose a breach type of the list");
    }
    String why = typed.need("why", "Write why this is an incident; it stays with the signal");
    AsOf asOf = AsOf.from(clock);
    Promoted made =
        once(
            id,
            () ->
                desk.promote(
                    id,
                    me.getUsername(),
                    why,
                    school.isEmpty() ? null : school,
                    type,
                    clock.instant(),
                    asOf.day()));
    assessment.ofChanged(asOf);
    return "The signal is an incident now, with the reference " + made.reference() + ".";
  }

  /** The school chosen; empty where the log's stands or nobody knows it yet. */
  private String school(Typed typed, SignalQueries.Row signal) {
    String chosen =
        signal.school().isEmpty()
            ? typed.need("school", "Choose the school, or that nobody knows it yet")
            : typed.find("school").orElse("");
    if (chosen.isEmpty() || chosen.equals(NOBODY_KNOWS)) {
      return "";
    }
    return schools.list().stream()
        .filter(school -> Integer.toString(school.id()).equals(chosen))
        .map(SchoolQueries.School::name)
        .findFirst()
        .orElseThrow(() -> new Wrong("school", "Choose a school of the list"));
  }

  /** Dismisses it with a reason. */
  String dismiss(SignedIn me, long id, Typed typed) {
    String why = typed.need("reason", "Write why it is no incident; it stays with the signal");
    once(
        id,
        () -> {
          desk.dismiss(id, me.getUsername(), why, clock.instant());
          return true;
        });
    return "The signal is dismissed; your reason is on record.";
  }

  private <T> T once(long id, Supplier<T> work) {
    try {
      return Optional.ofNullable(transactions.execute(status -> work.get())).orElseThrow();
    } catch (NotToBeJudged refused) {
      if (refused.missing()) {
        throw new NotThere();
      }
      throw signals
          .find(id)
          .map(
              signal ->
                  new TooLate(
                      "Somebody decided before you: "
                          + signal.state()
                          + " by "
                          + signal.decided()
                          + ". Nothing of yours was stored"))
          .map(RuntimeException.class::cast)
          .orElseGet(NotThere::new);
    }
  }
}

package org.breachledger.pipeline.types;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Redacted;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.normalise.TypeDecision;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.store.TypeConfirmations;
import org.breachledger.normalise.store.TypeConfirmations.Word;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the breach types persons confirm or correct, never beside an import or a job, each with
 * an entry in the audit trail; then types, scores and deadlines are brought up to date.
 *
 * <p>A line that cannot be taken in never keeps the others out. A list answers what was asked when
 * it was written; what is asked since stays open.
 */
public final class ConfirmTypes {

  private static final String WORDS_CHANGED =
      "other words were written since, and the line does not show that it speaks of them; look at the"
          + " incident and say it on its page, or with a new export of the incidents";

  private final JdbcClient jdbc;
  private final TypeRules rules;
  private final BreachTypes types;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Assessment assessment;
  private final Clock clock;

  /** Confirmations of the trust at work. */
  public ConfirmTypes(
      JdbcClient jdbc,
      TypeRules rules,
      BreachTypes types,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.types = types;
    this.audit = audit;
    this.transactions = transactions;
    this.assessment = assessment;
    this.clock = clock;
  }

  /**
   * Takes lines in.
   *
   * @param withdraw whether earlier confirmations of these incidents are withdrawn instead: the
   *     rules decide again
   * @param by who confirms: a sign-in name, or a name given on the command line
   * @param asOf from when deadlines are looked at afterwards
   */
  public ConfirmOutcome take(List<ConfirmationLine> lines, boolean withdraw, String by, AsOf asOf)
      throws SQLException, JobExecutionException {
    ConfirmOutcome outcome =
        Objects.requireNonNull(
            transactions.execute(status -> inTransaction(lines, withdraw, by, clock.instant())));
    if (outcome.changed() > 0) {
      assessment.run(asOf);
    }
    return outcome;
  }

  /**
   * Takes in a person's word on one incident.
   *
   * @param said its type, sub-type and reason; what names the incident in it is not looked at
   * @param first is done under the lock before anything else; what it throws keeps the word out
   * @return what became of it
   */
  public ConfirmOutcome.Line take(
      long incident, ConfirmationLine said, String by, AsOf asOf, Runnable first)
      throws SQLException, JobExecutionException {
    ConfirmOutcome.Line line =
        Objects.requireNonNull(
            transactions.execute(status -> one(incident, said, by, clock.instant(), first)));
    if (new ConfirmOutcome(List.of(line)).changed() > 0) {
      assessment.run(asOf);
    }
    return line;
  }

  /**
   * Takes in one word on many incidents, such as all that were written alike.
   *
   * @param incidents asked for under the lock; what it throws keeps the word out
   * @param said its type, sub-type and reason; what names an incident in it is not looked at
   * @return what became of each
   */
  public ConfirmOutcome takeAll(
      Supplier<List<Long>> incidents, ConfirmationLine said, String by, AsOf asOf)
      throws SQLException, JobExecutionException {
    ConfirmOutcome outcome =
        Objects.requireNonNull(
            transactions.execute(status -> all(incidents, said, by, clock.instant())));
    if (outcome.changed() > 0) {
      assessment.run(asOf);
    }
    return outcome;
  }

  /** What is read from here on is what the word is said of: no import writes beside it. */
  private void awaitTurn() {
    WorkLock.hold(jdbc);
    ImportTurn.await(jdbc);
  }

  private ConfirmOutcome all(
      Supplier<List<Long>> incidents, ConfirmationLine said, String by, Instant at) {
    awaitTurn();
    String wrong = refusal(said);
    IncidentSearch search = new IncidentSearch(jdbc);
    return new ConfirmOutcome(
        incidents.get().stream()
            .map(
                incident ->
                    wrong == null
                        ? new ConfirmOutcome.Line(
                            said.line(), say(incident, word(said, false), said, by, at, search), "")
                        : ConfirmOutcome.Line.refused(said.line(), wrong))
            .toList());
  }

  private ConfirmOutcome.Line one(
      long incident, ConfirmationLine said, String by, Instant at, Runnable first) {
    awaitTurn();
    first.run();
    String wrong = refusal(said);
    return wrong == null
        ? new ConfirmOutcome.Line(
            said.line(),
            say(incident, word(said, false), said, by, at, new IncidentSearch(jdbc)),
            "")
        : ConfirmOutcome.Line.refused(said.line(), wrong);
  }

  private ConfirmOutcome inTransaction(
      List<ConfirmationLine> lines, boolean withdraw, String by, Instant at) {
    awaitTurn();
    IncidentSearch search = new IncidentSearch(jdbc);
    List<ConfirmOutcome.Line> results = new ArrayList<>();
    for (ConfirmationLine line : lines) {
      results.add(ofList(line, withdraw, by, at, search));
    }
    return new ConfirmOutcome(results);
  }

  private ConfirmOutcome.Line ofList(
      ConfirmationLine line, boolean withdraw, String by, Instant at, IncidentSearch search) {
    String wrong = line.fault().isEmpty() ? withdraw ? null : refusal(line) : line.fault();
    IncidentSearch.Found found = wrong == null ? search.find(line) : null;
    Long incident = found == null ? null : found.incident();
    if (incident == null) {
      return ConfirmOutcome.Line.refused(
          line.line(), String.valueOf(found == null ? wrong : found.refusal()));
    }
    Word word = word(line, withdraw);
    if (withdraw || !changedSince(incident, line, search)) {
      return new ConfirmOutcome.Line(line.line(), say(incident, word, line, by, at, search), "");
    }
    boolean nothingNew =
        new TypeConfirmations(jdbc).find(incident).filter(word::equals).isPresent()
            && !search.asksForType(incident);
    return nothingNew
        ? new ConfirmOutcome.Line(line.line(), ConfirmOutcome.Became.UNCHANGED, "")
        : new ConfirmOutcome.Line(line.line(), ConfirmOutcome.Became.LEFT_OPEN, WORDS_CHANGED);
  }

  /**
   * Whether other words were written after the list was: after the import its line names, as an
   * export does, or, where it names none, after the type was last confirmed. A list may lie about
   * for months, and vouches for no words it cannot have seen.
   */
  private boolean changedSince(long incident, ConfirmationLine line, IncidentSearch search) {
    Facts now = search.facts(incident);
    ConfirmationLine.Place place = line.place();
    Optional<Facts> seen =
        place == null ? Optional.empty() : search.factsAfter(place.importId(), incident);
    if (place != null && seen.isEmpty()) {
      return true;
    }
    return seen.or(() -> search.factsSpokenOf(incident))
        .filter(
            then ->
                !Objects.equals(category(then), category(now))
                    || !Objects.equals(words(then), words(now)))
        .isPresent();
  }

  private static Word word(ConfirmationLine line, boolean withdraw) {
    return withdraw
        ? new Word(null, null)
        : new Word(line.breachType(), line.subType().isEmpty() ? null : line.subType());
  }

  private @Nullable String refusal(ConfirmationLine line) {
    if (types.find(line.breachType()).isEmpty()) {
      return "breach_type is none of the codes "
          + String.join(", ", types.list().stream().map(type -> type.code()).toList());
    }
    boolean part = line.subType().isEmpty() || types.hasSubType(line.breachType(), line.subType());
    return part ? null : "sub_type is no part of " + line.breachType();
  }

  private ConfirmOutcome.Became say(
      long incident,
      Word word,
      ConfirmationLine line,
      String by,
      Instant at,
      IncidentSearch search) {
    TypeConfirmations confirmations = new TypeConfirmations(jdbc);
    Optional<Word> before = confirmations.find(incident);
    boolean known = before.orElse(new Word(null, null)).equals(word);
    Facts facts = search.facts(incident);
    if (known && confirmations.standing(incident).stream().allMatch(one -> ofNow(one, facts))) {
      return ConfirmOutcome.Became.UNCHANGED;
    }
    TypeDecision ruled = ruled(facts);
    String reason = line.reason().isEmpty() ? null : line.reason();
    confirmations.add(incident, word, ruled, reason, by, at);
    boolean correction = TypeConfirmations.isCorrection(word, ruled);
    AuditDetails details = AuditDetails.none().and("correction", correction);
    if (word.breachType() != null) {
      details = details.and("type", word.breachType());
    }
    if (word.subType() != null) {
      details = details.and("subType", word.subType());
    }
    String action = word.breachType() == null ? "withdraw-type" : "confirm-type";
    audit.append(by, action, "incident " + incident, details);
    return word.breachType() == null
        ? ConfirmOutcome.Became.WITHDRAWN
        : correction ? ConfirmOutcome.Became.CORRECTED : ConfirmOutcome.Became.CONFIRMED;
  }

  /** Whether no other words were written since: then nothing is to be said again. */
  private static boolean ofNow(TypeConfirmations.Standing standing, Facts facts) {
    return standing.type().saw(category(facts), words(facts));
  }

  private TypeDecision ruled(Facts facts) {
    return rules.decide(category(facts), words(facts));
  }

  private static @Nullable String category(Facts facts) {
    return Redacted.told(facts, Field.REPORTED_TYPE).orElse(null);
  }

  private static @Nullable String words(Facts facts) {
    return Redacted.told(facts, Field.DESCRIPTION).orElse(null);
  }
}

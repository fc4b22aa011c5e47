package org.breachledger.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Decision;
import org.breachledger.casework.ScoreCorrection;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a person corrects what an incident is scored on. The score itself is never typed in: the
 * rules work it out again, so that every score keeps its sum [004 6]. Call within a transaction;
 * afterwards the incident is to be assessed again.
 */
public final class ScoreDesk {

  private static final String RECORD =
      """
      select i.facts::text as facts, i.read_status, i.read_direction, i.breach_type,
        (select coalesce(r.reference, 'incident ' || r.incident_id) from incident r
          where r.incident_id = i.repeat_of) as repeated
      from incident i where i.incident_id = ?
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final CaseRules rules;
  private final SeverityRules severity;
  private final RecordedCase recorded;

  /** A desk over the register of the trust at work. */
  public ScoreDesk(
      JdbcClient jdbc,
      IncidentRegister register,
      AuditTrail audit,
      CaseRules rules,
      SeverityRules severity) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.rules = rules;
    this.severity = severity;
    this.recorded = new RecordedCase(jdbc, register, rules);
  }

  /**
   * What a person says an incident is to be scored on.
   *
   * @param individuals empty where the number on record stands
   * @param factors the codes of all factors that apply, and of no other; empty where those that
   *     count now stand
   * @param why free text that stays in the record
   */
  public record Correction(
      Optional<Individuals> individuals,
      Optional<Set<String>> factors,
      Moment when,
      ByWhom by,
      String why) {

    /** Names neither the person nor the reason. */
    @Override
    public String toString() {
      return "Correction[" + individuals + " " + factors + "]";
    }
  }

  /**
   * Puts a correction on record. What an earlier one said and this one does not name stands.
   *
   * @throws CaseRefused where a factor is none of the policy's, nothing would change, or the moment
   *     lies after the as-of
   */
  public void correct(
      long incidentId, Correction correction, String account, AsOf asOf, Instant at) {
    DecisionCheck.happened(correction.when(), asOf);
    correction.factors().orElse(Set.of()).forEach(this::refuseUnknown);
    recorded.hold(incidentId);
    OnRecord record = record(incidentId);
    Optional<Individuals> people =
        correction
            .individuals()
            .or(() -> record.corrected().findIndividuals())
            .filter(said -> !record.sheet().findIndividuals().equals(Optional.of(said)));
    Set<String> wanted =
        correction.factors().orElseGet(() -> new TreeSet<>(counting(record, record.corrected())));
    Set<String> given = counting(record, Facts.none());
    Decision decision =
        ScoreCorrection.of(
            people,
            without(wanted, given),
            without(given, wanted),
            correction.when(),
            correction.by(),
            correction.why());
    if (changesNothing(record, decision.facts())) {
      throw CaseRefused.now("Number and factors are on record like this already.");
    }
    keep(incidentId, decision, account, at);
  }

  /** The codes of the factors that count now. */
  public Set<String> counting(long incidentId) {
    OnRecord record = record(incidentId);
    return counting(record, record.corrected());
  }

  private boolean changesNothing(OnRecord record, Facts said) {
    Facts before = record.sheet().joined(record.corrected());
    Facts after = record.sheet().joined(said);
    boolean first = record.corrected().equals(Facts.none());
    return !first
        && before.findIndividuals().equals(after.findIndividuals())
        && counting(record, record.corrected()).equals(counting(record, said));
  }

  private void refuseUnknown(String code) {
    if (severity.factors().find(code).isEmpty()) {
      throw CaseRefused.unknown(
          "there is no factor \""
              + code
              + "\"; choose from "
              + String.join(
                  ", ", severity.factors().list().stream().map(one -> one.code()).toList()));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private Set<String> counting(OnRecord record, Facts corrected) {
    Severity scored =
        severity.score(
            record.sheet().joined(corrected),
            record.type(),
            Optional.ofNullable(record.repeated()));
    return new TreeSet<>(scored.factorCodes());
  }

  /** What is known of an incident without, and in, the newest correction. */
  private record OnRecord(
      Facts sheet, Facts corrected, @Nullable String type, @Nullable String repeated) {}

  private OnRecord record(long incidentId) {
    List<Decision> decisions =
        new CaseRecords(jdbc, rules.profile())
            .decisions(incidentId).stream().filter(ScoreCorrection::is).toList();
    Facts corrected =
        decisions.isEmpty() ? Facts.none() : decisions.get(decisions.size() - 1).facts();
    return jdbc.sql(RECORD)
        .param(incidentId)
        .query((row, number) -> record(row, corrected))
        .optional()
        .orElseThrow(() -> CaseRefused.unknown("there is no incident " + incidentId));
  }

  private static OnRecord record(ResultSet row, Facts corrected) throws SQLException {
    return new OnRecord(
        StoredFacts.told(
            FactsJson.read(row.getString("facts")),
            row.getString("read_status"),
            row.getString("read_direction")),
        corrected,
        row.getString("breach_type"),
        row.getString("repeated"));
  }

  private void keep(long incidentId, Decision decision, String account, Instant at) {
    long decisionId = new KeptDecisions(jdbc).add(incidentId, decision, account, at);
    jdbc.sql("insert into case_score (decision_id, facts) values (?, ?::jsonb)")
        .params(decisionId, FactsJson.write(decision.facts()))
        .update();
    recorded.remember(incidentId);
    recorded.scoreAgain(incidentId);
    audit.append(
        account,
        "correct-score",
        "incident " + incidentId,
        AuditDetails.none()
            .and("when", decision.when().written())
            .and("said", ScoreCorrection.words(decision.facts())));
  }
}

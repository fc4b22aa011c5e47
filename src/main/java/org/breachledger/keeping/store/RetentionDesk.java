package org.breachledger.keeping.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where people set how long the register is kept [002], and hold what must not be destroyed
 * meanwhile. Nothing is overwritten, and each step goes into the audit trail without its reason.
 * Call each within a transaction.
 */
public final class RetentionDesk {

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final AuditTrail audit;

  /** A desk over the records of the trust at work. */
  public RetentionDesk(JdbcClient jdbc, IncidentRegister register, AuditTrail audit) {
    this.jdbc = jdbc;
    this.register = register;
    this.audit = audit;
  }

  /**
   * Who takes a step.
   *
   * @param role the code of a role of the policy profile
   * @param account as the audit trail names who did it
   */
  public record By(String role, String account, Instant at) {}

  /**
   * What a hold is on.
   *
   * @param incidentId empty for the whole school
   */
  public record Place(int schoolId, Optional<Long> incidentId) {

    private boolean of(LegalHold hold) {
      return hold.schoolId() == schoolId && hold.incidentId().equals(incidentId);
    }

    private String subject() {
      return incidentId.map(id -> "incident " + id).orElse("school " + schoolId);
    }
  }

  /**
   * Sets the period of a school, or of every school that has none of its own.
   *
   * @param schoolId {@link RetentionSetting#EVERY_OTHER} for the latter
   */
  public void set(int schoolId, RetentionPeriod period, By by) {
    register.waitForTurn();
    jdbc.sql(
            "insert into retention_setting (school_id, length, unit, by_role, set_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(schoolId, period.length(), period.unit().code(), by.role(), Timestamp.from(by.at()))
        .update();
    audit.append(
        by.account(),
        "set-retention",
        schoolId == RetentionSetting.EVERY_OTHER ? "trust" : "school " + schoolId,
        AuditDetails.none()
            .and("length", period.length())
            .and("unit", period.unit().code())
            .and("role", by.role()));
  }

  /**
   * Places a hold; several may stand on the same place, each for a reason of its own.
   *
   * @param why stays in the record, apart from everything papers are made of
   * @return its number
   */
  public long hold(Place place, String why, By by) {
    register.waitForTurn();
    long id =
        jdbc.sql(
                "insert into legal_hold (school_id, incident_id, by_role, placed_at)"
                    + " values (?, ?, ?, ?) returning hold_id")
            .param(place.schoolId())
            .param(place.incidentId().orElse(null))
            .param(by.role())
            .param(Timestamp.from(by.at()))
            .query(Long.class)
            .single();
    keepReason(id, "placed", why);
    audit(id, "place-hold", place, by);
    return id;
  }

  /**
   * Lifts the hold on a place.
   *
   * @param hold which one; empty where only one stands
   * @return its number
   * @throws KeepingRefused where none stands, not this one, or several and none is named
   */
  public long lift(Place place, Optional<Long> hold, String why, By by) {
    register.waitForTurn();
    List<Long> standing =
        new RetentionRecords(jdbc).holds().stream().filter(place::of).map(LegalHold::id).toList();
    long id = chosen(standing, hold);
    jdbc.sql("insert into legal_hold_lifted (hold_id, by_role, lifted_at) values (?, ?, ?)")
        .params(id, by.role(), Timestamp.from(by.at()))
        .update();
    keepReason(id, "lifted", why);
    audit(id, "lift-hold", place, by);
    return id;
  }

  private static long chosen(List<Long> standing, Optional<Long> hold) {
    if (standing.isEmpty()) {
      throw new KeepingRefused(
          "No legal hold stands there; the command retention holds lists those that do.");
    }
    if (hold.isEmpty() && standing.size() > 1) {
      throw new KeepingRefused(
          "Several legal holds stand there; name one with --hold: " + numbers(standing) + ".");
    }
    long id = hold.orElse(standing.get(0));
    if (!standing.contains(id)) {
      throw new KeepingRefused(
          "Hold " + id + " does not stand there; those that do: " + numbers(standing) + ".");
    }
    return id;
  }

  private static String numbers(List<Long> holds) {
    return holds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void keepReason(long hold, String step, String why) {
    jdbc.sql("insert into legal_hold_reason (hold_id, step, why) values (?, ?, ?)")
        .params(hold, step, why)
        .update();
  }

  private void audit(long hold, String action, Place place, By by) {
    audit.append(
        by.account(),
        action,
        place.subject(),
        AuditDetails.none().and("hold", hold).and("role", by.role()));
  }
}

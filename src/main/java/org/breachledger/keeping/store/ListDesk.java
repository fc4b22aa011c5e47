package org.breachledger.keeping.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.YearlyList.KeptBy;
import org.breachledger.keeping.YearlyList.Stays;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a person keeps what is due, or confirms the list of it: by the list's name, so that nothing
 * is confirmed that nobody has seen. Call each within a transaction.
 */
public final class ListDesk {

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final AuditTrail audit;
  private final YearlyLists lists;

  /** A desk over the records of the trust at work. */
  public ListDesk(
      JdbcClient jdbc, IncidentRegister register, AuditTrail audit, PolicyProfile profile) {
    this.jdbc = jdbc;
    this.register = register;
    this.audit = audit;
    this.lists = new YearlyLists(jdbc, profile);
  }

  /** What is due at the as-of; of one school, or of all. */
  public YearlyList list(AsOf asOf, Optional<Integer> schoolId) {
    return lists.at(asOf, schoolId);
  }

  /**
   * Keeps an incident on record although its period is over.
   *
   * @param until the London day on which it is due again
   * @param why stays in the record, apart from everything papers are made of
   */
  public void keep(long incidentId, LocalDate until, String why, By by) {
    register.waitForTurn();
    long id =
        jdbc.sql(
                "insert into retention_kept (incident_id, until, by_role, kept_at)"
                    + " values (?, ?, ?, ?) returning kept_id")
            .params(incidentId, Date.valueOf(until), by.role(), Timestamp.from(by.at()))
            .query(Long.class)
            .single();
    jdbc.sql("insert into retention_kept_reason (kept_id, why) values (?, ?)")
        .params(id, why)
        .update();
    audit.append(
        by.account(),
        "keep-incident",
        "incident " + incidentId,
        AuditDetails.none().and("until", until.toString()).and("role", by.role()));
  }

  /**
   * Confirms a list: from now on what is on it may be destroyed, and nothing else.
   *
   * @param named the first figures of its identity, as the list prints them
   * @return the list
   * @throws KeepingRefused where the as-of has not come, a school has no setting, nothing is on the
   *     list, it is another one by now, or it was confirmed already
   */
  public YearlyList confirm(String named, AsOf asOf, Optional<Integer> schoolId, By by) {
    register.waitForTurn();
    refuseFuture(asOf, by);
    refuseWithoutSetting(lists.withoutSetting(asOf, schoolId));
    YearlyList list = lists.at(asOf, schoolId);
    if (!list.isNamed(named)) {
      throw new KeepingRefused(changed(list, named, asOf, schoolId));
    }
    if (list.items().isEmpty()) {
      throw new KeepingRefused("Nothing is on the list, so there is nothing to confirm.");
    }
    if (new ConfirmedLists(jdbc).find(named).isPresent()) {
      throw new KeepingRefused("List " + list.name() + " is confirmed already.");
    }
    keepConfirmed(list, asOf, schoolId.orElse(0), by);
    audit.append(
        by.account(),
        "confirm-retention-list",
        schoolId.map(id -> "school " + id).orElse("trust"),
        AuditDetails.none()
            .and("list", list.identity())
            .and("incidents", list.items().size())
            .and("role", by.role()));
    return list;
  }

  /** An as-of after the clock would make due what is not. */
  static void refuseFuture(AsOf asOf, By by) {
    if (asOf.instant().isAfter(by.at())) {
      throw new KeepingRefused(
          "The list of a day that has not come can be looked at, but neither confirmed nor"
              + " destroyed.");
    }
  }

  private static void refuseWithoutSetting(List<String> schools) {
    if (!schools.isEmpty()) {
      throw new KeepingRefused(
          "No retention period is set for "
              + String.join(", ", schools)
              + ", so the list is not whole. Set one, or confirm the list of one school with"
              + " --school.");
    }
  }

  private String changed(YearlyList now, String named, AsOf asOf, Optional<Integer> schoolId) {
    String again =
        " Look at it again with: breachledger retention due. It is list "
            + now.name()
            + " now, with "
            + now.items().size()
            + (now.items().size() == 1 ? " incident." : " incidents.");
    List<LegalHold> holds = new ArrayList<>(new RetentionRecords(jdbc).holds());
    while (!holds.isEmpty()) {
      holds.remove(holds.size() - 1);
      YearlyList before = lists.at(asOf, schoolId, holds);
      if (before.isNamed(named)) {
        return "The list has changed: "
            + String.join(", ", heldSince(before, now))
            + " came under a legal hold since."
            + again;
      }
    }
    return "This is not the list as it stands: it has changed since, or was never printed." + again;
  }

  private static List<String> heldSince(YearlyList before, YearlyList now) {
    List<String> held =
        now.stays().stream().filter(one -> one.by() == KeptBy.HOLD).map(Stays::reference).toList();
    return before.items().stream()
        .map(ListedIncident::reference)
        .filter(held::contains)
        .distinct()
        .toList();
  }

  private void keepConfirmed(YearlyList list, AsOf asOf, int schoolId, By by) {
    long id =
        jdbc.sql(
                "insert into retention_list (identity, school_id, as_of, by_role, confirmed_at)"
                    + " values (?, ?, ?, ?, ?) returning list_id")
            .params(
                list.identity(),
                schoolId,
                Timestamp.from(asOf.instant()),
                by.role(),
                Timestamp.from(by.at()))
            .query(Long.class)
            .single();
    for (ListedIncident item : list.items()) {
      jdbc.sql(
              """
              insert into retention_list_item (list_id, incident_id, school_id, school, reference,
                breach_type, closed_on, due, period) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(id, item.id(), item.schoolId(), item.school(), item.reference())
          .param(item.breachType())
          .param(item.closedOn().map(Date::valueOf).orElse(null))
          .param(Date.valueOf(item.due()))
          .param(item.period())
          .update();
    }
  }
}

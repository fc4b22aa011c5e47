package org.breachledger.keeping.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.StoredCase;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Printable;
import org.breachledger.keeping.KeptCase;
import org.breachledger.keeping.Retention;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.policy.PolicyProfile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each school of the trust at work keeps, and what of it is due. Call within a transaction.
 */
public final class RetentionRegister {

  private static final String SCHOOLS =
      """
      select school_id, name, confirmed from school s
      where name_key <> '' or exists (select from incident_glance i
        where i.trust_id = current_trust() and i.school_id = s.school_id)
      order by name, school_id
      """;

  private final JdbcClient jdbc;
  private final CaseRecords cases;
  private final boolean printed;

  private RetentionRegister(JdbcClient jdbc, CaseRecords cases, boolean printed) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.printed = printed;
  }

  /** Schools and incidents as people wrote them: for those who work on the register. */
  public RetentionRegister(JdbcClient jdbc, PolicyProfile profile) {
    this(jdbc, new CaseRecords(jdbc, profile), false);
  }

  /** The same as papers call them. */
  public RetentionRegister forPapers() {
    return new RetentionRegister(jdbc, cases.forPapers(), true);
  }

  /** Every school in the order of the names, each with its incidents. */
  public List<SchoolRetention> list(AsOf asOf) {
    return list(asOf, new RetentionRecords(jdbc).retention());
  }

  /** The same by settings and holds that need not be those of now. */
  List<SchoolRetention> list(AsOf asOf, Retention retention) {
    Map<Integer, List<RetentionLine>> lines = new LinkedHashMap<>();
    cases.each(
        one ->
            lines
                .computeIfAbsent(one.schoolId(), school -> new ArrayList<>())
                .add(retention.judge(kept(one), asOf)));
    return jdbc.sql(SCHOOLS)
        .query(
            (row, number) -> {
              int id = row.getInt("school_id");
              return new SchoolRetention(
                  id,
                  Printable.school(
                      row.getString("name"), !printed || row.getBoolean("confirmed"), id),
                  retention.setting(id),
                  lines.getOrDefault(id, List.of()));
            })
        .list();
  }

  private static KeptCase kept(StoredCase one) {
    CaseFile file = one.file();
    return new KeptCase(
        file.id(),
        one.schoolId(),
        file.school(),
        file.reference(),
        CaseState.closed(file.facts()),
        registered(one));
  }

  private static Optional<LocalDate> registered(StoredCase one) {
    return one.file()
        .facts()
        .findMoment(Field.REGISTERED)
        .flatMap(Moment::londonDay)
        .or(() -> one.place().flatMap(place -> place.registered()).map(London::dayOf));
  }
}

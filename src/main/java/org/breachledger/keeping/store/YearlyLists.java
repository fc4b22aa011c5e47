package org.breachledger.keeping.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.AsOf;
import org.breachledger.keeping.KeptCase;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.Retention;
import org.breachledger.keeping.RetentionLine;
import org.breachledger.keeping.SchoolRetention;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.YearlyList.KeptBy;
import org.breachledger.keeping.YearlyList.Stays;
import org.breachledger.policy.PolicyProfile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yearly list of the trust at work. Call within a transaction. */
public final class YearlyLists {

  /**
   * The comparison looks at both halves, at the same half last year and at the half before that: an
   * incident of these months would be missing from their counts.
   */
  public static final int COMPARED_MONTHS = 24;

  private static final String COMPARED =
      """
      select incident_id from incident
      where coalesce(day, (registered_at at time zone 'Europe/London')::date) >= ?
      """;

  private static final String KEPT =
      """
      select incident_id from (
        select distinct on (incident_id) incident_id, until from retention_kept
        order by incident_id, kept_id desc) k
      where until > ?
      """;

  private static final String TYPES =
      "select incident_id, breach_type from incident_glance where breach_type is not null";

  private final JdbcClient jdbc;
  private final PolicyProfile profile;

  /** Lists of the record judged by a policy profile. */
  public YearlyLists(JdbcClient jdbc, PolicyProfile profile) {
    this.jdbc = jdbc;
    this.profile = profile;
  }

  /**
   * What is due at the as-of.
   *
   * @param schoolId only this school's; empty for all
   */
  public YearlyList at(AsOf asOf, Optional<Integer> schoolId) {
    return at(asOf, schoolId, new RetentionRecords(jdbc).retention());
  }

  /** The same as it was before the newest holds were placed. */
  YearlyList at(AsOf asOf, Optional<Integer> schoolId, List<LegalHold> holds) {
    return at(asOf, schoolId, new RetentionRecords(jdbc).retention(holds));
  }

  private YearlyList at(AsOf asOf, Optional<Integer> schoolId, Retention retention) {
    Set<Long> compared = ids(COMPARED, comparedFrom(asOf));
    Set<Long> kept = ids(KEPT, asOf.day());
    Map<Long, String> types = types();
    List<ListedIncident> items = new ArrayList<>();
    List<Stays> stays = new ArrayList<>();
    for (SchoolRetention school : schools(asOf, schoolId, retention)) {
      for (RetentionLine line : school.lines()) {
        if (line.isDue()) {
          long id = line.one().id();
          Optional<KeptBy> by = keptBy(line, kept.contains(id), compared.contains(id));
          by.ifPresentOrElse(
              why -> stays.add(new Stays(line.one().school(), line.one().reference(), why)),
              () -> items.add(item(line, school, types.getOrDefault(id, ""))));
        }
      }
    }
    return new YearlyList(items, stays);
  }

  private static Optional<KeptBy> keptBy(RetentionLine line, boolean kept, boolean compared) {
    if (line.held()) {
      return Optional.of(KeptBy.HOLD);
    }
    if (kept) {
      return Optional.of(KeptBy.PERSON);
    }
    return compared ? Optional.of(KeptBy.COMPARISON) : Optional.empty();
  }

  /** The first day whose incidents a comparison at the as-of or later still looks at. */
  static LocalDate comparedFrom(AsOf asOf) {
    return asOf.anchor().minusMonths(COMPARED_MONTHS);
  }

  /** The schools with closed incidents for which nobody set a period, as papers call them. */
  List<String> withoutSetting(AsOf asOf, Optional<Integer> schoolId) {
    return schools(asOf, schoolId, new RetentionRecords(jdbc).retention()).stream()
        .filter(school -> school.setting().isEmpty() && school.closed() > 0)
        .map(SchoolRetention::name)
        .toList();
  }

  private List<SchoolRetention> schools(
      AsOf asOf, Optional<Integer> schoolId, Retention retention) {
    return new RetentionRegister(jdbc, profile)
        .forPapers().list(asOf, retention).stream()
            .filter(school -> schoolId.isEmpty() || schoolId.get() == school.schoolId())
            .toList();
  }

  private static ListedIncident item(RetentionLine line, SchoolRetention school, String type) {
    KeptCase one = line.one();
    return new ListedIncident(
        one.id(),
        one.schoolId(),
        one.school(),
        one.reference(),
        type,
        line.closedOn(),
        line.due().orElseThrow(),
        school.setting().orElseThrow().period().words());
  }

  private Set<Long> ids(String question, LocalDate day) {
    return new HashSet<>(jdbc.sql(question).param(Date.valueOf(day)).query(Long.class).list());
  }

  private Map<Long, String> types() {
    Map<Long, String> types = new HashMap<>();
    jdbc.sql(TYPES)
        .query(
            row -> {
              types.put(row.getLong("incident_id"), row.getString("breach_type"));
            });
    return types;
  }
}

package org.breachledger.web;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.breachledger.access.Right;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Facts;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.normalise.BreachTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The incidents a role may see, the newest first. */
final class IncidentQueries {

  private static final String LIST =
      """
      select i.incident_id, coalesce(i.reference, 'incident ' || i.incident_id) as reference,
        s.name as school, i.day, i.breach_type, i.score, i.category_level, i.counted_as,
        i.needs_review, i.facts::text as facts, i.recorded_facts::text as recorded_facts,
        i.read_status, i.read_direction
      from (%s) found
      join incident i on i.trust_id = current_trust() and i.incident_id = found.incident_id
      join school s on s.school_id = i.school_id
      order by i.day desc nulls last, i.incident_id desc
      """;

  private static final String NEWEST_FIRST =
      """
      select i.incident_id from incident_glance i where i.trust_id = current_trust() and %s
      order by i.day desc nulls last, i.incident_id desc limit %d offset %d
      """;

  /** The same from the other end, for pages that lie nearer to it. */
  private static final String OLDEST_FIRST =
      """
      select i.incident_id from incident_glance i where i.trust_id = current_trust() and %s
      order by i.day nulls first, i.incident_id limit %d offset %d
      """;

  /**
   * For conditions no index helps with: everything is looked through once, and in its own order.
   */
  private static final String LOOKED_THROUGH =
      """
      with fitting as materialized (
        select i.incident_id, i.day from incident_glance i
        where i.trust_id = current_trust() and %s)
      select i.incident_id from fitting i
      order by i.day desc nulls last, i.incident_id desc limit %d offset %d
      """;

  /** So many pages are counted off from the front whatever follows. */
  private static final int NEAR = 100 * IncidentFilter.PAGE;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final BreachTypes types;

  IncidentQueries(JdbcClient jdbc, Reading reading, BreachTypes types) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.types = types;
  }

  /**
   * One incident in a list.
   *
   * @param counted incident, near-miss, non-event or inbound
   */
  record Row(
      long id,
      String reference,
      String school,
      String day,
      String type,
      String score,
      String level,
      String state,
      String counted,
      boolean review) {}

  /** A page of a list, and whether one follows it. */
  record Found(List<Row> rows, boolean more, long all) {}

  /** The incidents this account looks for. */
  Found list(SignedIn me, IncidentFilter filter) {
    IncidentFilter.Condition condition = filter.condition(onlySchool(me));
    return reading.read(
        () -> filter.before() < NEAR ? near(filter, condition) : far(filter, condition));
  }

  private Found near(IncidentFilter filter, IncidentFilter.Condition condition) {
    String order = filter.q().isBlank() ? NEWEST_FIRST : LOOKED_THROUGH;
    List<Row> rows = rows(order, condition, IncidentFilter.PAGE + 1, filter.before());
    boolean more = rows.size() > IncidentFilter.PAGE;
    boolean counted = !more && (!rows.isEmpty() || filter.before() == 0);
    return new Found(
        more ? rows.subList(0, IncidentFilter.PAGE) : rows,
        more,
        counted ? filter.before() + rows.size() : count(condition));
  }

  private Found far(IncidentFilter filter, IncidentFilter.Condition condition) {
    long all = count(condition);
    int here = (int) Math.max(0, Math.min(all - filter.before(), IncidentFilter.PAGE));
    long after = all - filter.before() - here;
    List<Row> rows =
        here == 0
            ? List.of()
            : after < filter.before()
                ? rows(OLDEST_FIRST, condition, here, after)
                : rows(NEWEST_FIRST, condition, here, filter.before());
    return new Found(rows, after > 0, all);
  }

  private List<Row> rows(String order, IncidentFilter.Condition condition, int most, long before) {
    return jdbc.sql(LIST.formatted(order.formatted(condition.sql(), most, before)))
        .params(condition.values())
        .query(this::row)
        .list();
  }

  private long count(IncidentFilter.Condition condition) {
    return jdbc.sql(
            "select count(*) from incident_glance i where i.trust_id = current_trust() and "
                + condition.sql())
        .params(condition.values())
        .query(Long.class)
        .single();
  }

  /** All incidents this account looks for, at most so many. */
  List<Row> all(SignedIn me, IncidentFilter filter, int most) {
    IncidentFilter.Condition condition = filter.condition(onlySchool(me));
    return reading.read(() -> rows(NEWEST_FIRST, condition, most, 0));
  }

  /**
   * Whether this account may see the incident of that number: there is one, and of its school where
   * it sees one school only.
   */
  boolean sees(SignedIn me, long id) {
    Integer only = onlySchool(me);
    return reading.read(
        () ->
            jdbc.sql("select school_id from incident where incident_id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .filter(school -> only == null || school.equals(only))
                .isPresent());
  }

  /** The one school whose incidents the account sees; null for all, 0 for none. */
  static @Nullable Integer onlySchool(SignedIn me) {
    return me.may(Right.INCIDENTS) ? null : Optional.ofNullable(me.schoolId()).orElse(0);
  }

  private Row row(ResultSet row, int number) throws SQLException {
    Facts facts = StoredFacts.of(row);
    Date day = row.getDate("day");
    return new Row(
        row.getLong("incident_id"),
        row.getString("reference"),
        row.getString("school"),
        day == null ? "" : Shown.day(day.toLocalDate()),
        title(row.getString("breach_type")),
        Optional.ofNullable(row.getString("score")).orElse("–"),
        DeadlineFacts.levelInForce(
                facts, Optional.ofNullable(row.getObject("category_level", Integer.class)))
            .map(String::valueOf)
            .orElse("–"),
        CaseState.closed(facts).isPresent() ? "closed" : "open",
        row.getString("counted_as"),
        row.getBoolean("needs_review"));
  }

  /** The words of a breach type; its code where the table has lost it. */
  String title(@Nullable String code) {
    String known = code == null ? BreachType.UNTYPED : code;
    return known.equals(BreachType.UNTYPED) || types.find(known).isPresent()
        ? types.titleOf(known)
        : known;
  }
}

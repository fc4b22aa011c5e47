package org.breachledger.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.CountedIncident;
import org.breachledger.casework.Review;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.SignOff;
import org.breachledger.casework.TypeRecurrences;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The six-month review queue of the trust at work: each registered incident, when it is due again,
 * and what became of its type [002]. Call within a transaction.
 */
public final class ReviewQueue {

  private static final int AT_ONCE = 1000;

  private static final String COUNTED =
      """
      select incident_id, school_id, breach_type, day, registered_at, reference_key,
        coalesce(reference, 'incident ' || incident_id) as reference
      from incident_glance
      where trust_id = current_trust() and counted_as = 'incident' and breach_type is not null and breach_type <> ?
        and day is not null
        and school_id not in (select s.school_id from school s where s.name_key = '')
        and (?::bigint is null or (school_id, breach_type) = (
          select x.school_id, x.breach_type from incident_glance x
          where x.trust_id = current_trust() and x.incident_id = ?::bigint))
      """;

  /** Rows that name no school may be of any: what is kept under this name is unrelated. */
  private static final String NO_SCHOOL = "select school_id from school where name_key = ''";

  private static final String SIGNED =
      """
      select incident_id, signed, by_role, by_name from case_review
      where ?::bigint is null or incident_id = ?::bigint
      order by review_id desc
      """;

  private final JdbcClient jdbc;
  private final CaseRules rules;
  private final CaseRecords cases;

  private ReviewQueue(JdbcClient jdbc, CaseRules rules, CaseRecords cases) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.cases = cases;
  }

  /** The queue by the rules of the policy at work. */
  public ReviewQueue(JdbcClient jdbc, CaseRules rules) {
    this(jdbc, rules, new CaseRecords(jdbc, rules.profile()));
  }

  /** The same queue with cases and schools as papers call them. */
  public ReviewQueue forPapers() {
    return new ReviewQueue(jdbc, rules, cases.forPapers());
  }

  /** All reviews the policy asks for, those due first; what is signed off is among them. */
  public List<ReviewItem> list(AsOf asOf) {
    return sorted(null, any -> true, asOf);
  }

  /** The same of one school only. */
  public List<ReviewItem> listOf(int schoolId, AsOf asOf) {
    return sorted(null, one -> one.schoolId() == schoolId, asOf);
  }

  /** Hands on each review the policy asks for with its case: by school, then by day. */
  public void each(AsOf asOf, BiConsumer<StoredCase, ReviewItem> reader) {
    read(null, asOf, reader);
  }

  /** The review of one incident; empty where the policy asks for none. */
  public Optional<ReviewItem> find(long incidentId, AsOf asOf) {
    return sorted(incidentId, any -> true, asOf).stream().findFirst();
  }

  private List<ReviewItem> sorted(@Nullable Long only, Predicate<StoredCase> wanted, AsOf asOf) {
    List<ReviewItem> items = new ArrayList<>();
    read(
        only,
        asOf,
        (one, item) -> {
          if (wanted.test(one)) {
            items.add(item);
          }
        });
    items.sort(Comparator.comparing(item -> item.review().duty().due().orElse(Instant.MIN)));
    return items;
  }

  private void read(@Nullable Long only, AsOf asOf, BiConsumer<StoredCase, ReviewItem> reader) {
    TypeRecurrences recurrences = new TypeRecurrences(counted(only));
    NewestComparison comparison = NewestComparison.read(jdbc, asOf);
    Map<Long, SignOff> signed = signed(only);
    List<Integer> noSchool = jdbc.sql(NO_SCHOOL).query(Integer.class).list();
    cases.read(
        only,
        one ->
            Review.of(rules, one.file(), asOf)
                .map(review -> item(one, review, recurrences, comparison, signed, noSchool, asOf))
                .ifPresent(item -> reader.accept(one, item)));
  }

  /** The reviews that wait for somebody at the as-of. */
  public List<ReviewItem> waiting(AsOf asOf) {
    return list(asOf).stream().filter(item -> item.review().waiting()).toList();
  }

  private static ReviewItem item(
      StoredCase one,
      Review review,
      TypeRecurrences recurrences,
      NewestComparison comparison,
      Map<Long, SignOff> signed,
      List<Integer> noSchool,
      AsOf asOf) {
    String untold = untold(one, noSchool);
    Optional<NewestComparison.Said> said =
        one.file().breachType().flatMap(type -> comparison.of(one.schoolId(), type));
    List<CaseAction.State> states =
        one.file().actions().stream().map(action -> action.state(asOf)).toList();
    return new ReviewItem(
        one.file(),
        review,
        said.map(NewestComparison.Said::anchor),
        said.map(NewestComparison.Said::verdict).orElse(""),
        untold,
        one.place()
            .filter(place -> untold.isEmpty())
            .map(place -> recurrences.after(place, asOf.day()))
            .orElse(List.of()),
        (int) states.stream().filter(state -> state != CaseAction.State.DONE).count(),
        (int) states.stream().filter(state -> state == CaseAction.State.OVERDUE).count(),
        Optional.ofNullable(signed.get(one.file().id())));
  }

  private static String untold(StoredCase one, List<Integer> noSchool) {
    if (noSchool.contains(one.schoolId())) {
      return "no school is given";
    }
    if (one.file().breachType().filter(type -> !type.equals(BreachType.UNTYPED)).isEmpty()) {
      return "its type is not known";
    }
    return one.place().isEmpty() ? "it has no date" : "";
  }

  private List<CountedIncident> counted(@Nullable Long only) {
    return jdbc.sql(COUNTED)
        .param(BreachType.UNTYPED)
        .param(only)
        .param(only)
        .withFetchSize(AT_ONCE)
        .query(
            (row, number) ->
                new CountedIncident(
                    row.getLong("incident_id"),
                    row.getInt("school_id"),
                    row.getString("breach_type"),
                    row.getDate("day").toLocalDate(),
                    Optional.ofNullable(row.getTimestamp("registered_at"))
                        .map(Timestamp::toInstant),
                    row.getString("reference_key"),
                    row.getString("reference")))
        .list();
  }

  /** The first sign-off of each incident. */
  private Map<Long, SignOff> signed(@Nullable Long only) {
    Map<Long, SignOff> signed = new HashMap<>();
    jdbc.sql(SIGNED)
        .param(only)
        .param(only)
        .query(
            row -> {
              signed.put(
                  row.getLong("incident_id"),
                  new SignOff(
                      Moment.parse(row.getString("signed")),
                      new ByWhom(
                          Optional.ofNullable(row.getString("by_role")),
                          Optional.ofNullable(row.getString("by_name")))));
            });
    return signed;
  }
}

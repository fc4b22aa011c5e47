package org.breachledger.casework.store;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The verdicts on whole types in the newest comparison at an as-of: that of the newest halves,
 * whenever an old paper's halves were compared again.
 */
final class NewestComparison {

  private static final String SQL =
      """
      select r.school_id, r.breach_type, r.verdict, r.window_end
      from recurrence_result r where r.sub_type = '' and r.manifest_id = (
        select m.manifest_id from job_manifest m
        join recurrence_result x on x.manifest_id = m.manifest_id and x.position = 1
        where m.status = 'done'
        order by (m.as_of <= ?) desc, case when m.as_of <= ?
            and x.window_end <= (m.as_of at time zone 'Europe/London')::date then x.window_end end
          desc nulls last,
          case when m.as_of <= ? then m.as_of end desc nulls last, m.manifest_id desc limit 1)
      """;

  /**
   * What a comparison says of a type at a school.
   *
   * @param anchor the end of its current window, exclusive
   */
  record Said(String verdict, LocalDate anchor) {}

  private record Place(int schoolId, String breachType) {}

  private final Map<Place, Said> verdicts = new HashMap<>();

  private NewestComparison() {}

  /** The newest at the as-of; where all are later, the newest there is. */
  static NewestComparison read(JdbcClient jdbc, AsOf asOf) {
    NewestComparison comparison = new NewestComparison();
    Timestamp at = Timestamp.from(asOf.instant());
    jdbc.sql(SQL)
        .params(at, at, at)
        .query(
            row -> {
              comparison.verdicts.put(
                  new Place(row.getInt("school_id"), row.getString("breach_type")),
                  new Said(row.getString("verdict"), row.getDate("window_end").toLocalDate()));
            });
    return comparison;
  }

  Optional<Said> of(int schoolId, String breachType) {
    return Optional.ofNullable(verdicts.get(new Place(schoolId, breachType)));
  }
}

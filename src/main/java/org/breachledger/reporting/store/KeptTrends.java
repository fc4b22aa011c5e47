package org.breachledger.reporting.store;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.TypeVerdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The comparisons that runs kept, as their papers print them [002]. Nothing is counted anew. Call
 * within a transaction.
 */
public final class KeptTrends {

  private static final String NEWEST =
      """
      select m.manifest_id, m.as_of, r.window_start, r.window_middle, r.window_end
      from job_manifest m join recurrence_result r on r.manifest_id = m.manifest_id
      where m.status = 'done' and r.position = 1
      order by (m.as_of <= ?) desc, case when m.as_of <= ?
            and r.window_end <= (m.as_of at time zone 'Europe/London')::date then r.window_end end
          desc nulls last,
        case when m.as_of <= ? then m.as_of end desc nulls last, m.manifest_id desc
      limit 1
      """;

  private static final String ROWS =
      """
      select * from recurrence_result where manifest_id = ? and school_id = ? order by position
      """;

  /**
   * A month is silent where one of the schools the run compared sent neither a log nor a nil
   * return. Rows without a school are no school.
   */
  private static final String SILENT =
      """
      select m from unnest(?::date[]) m where exists (
        select from school s
        where (s.school_id = ? or (? = 0 and s.name_key <> ''))
          and s.school_id in (select r.school_id from recurrence_result r where r.manifest_id = ?)
          and not exists (select from coverage c
            where c.month = m and c.school_id in (0, s.school_id))
          and not exists (select from nil_return n
            where n.month = m and n.school_id in (0, s.school_id)))
      """;

  private static final String PEOPLE =
      """
      select p.title, p.previous, p.current from paper_people p where p.paper_id = (
        select r.paper_id from report_paper r
        join job_manifest m on m.trust_id = r.trust_id and m.manifest_id = r.manifest_id
        where m.status = 'done' and r.report = ? and r.school_id = ? and r.anchor = ?
        order by r.edition desc, r.paper_id desc limit 1)
      order by p.position
      """;

  /** Types nobody knows have a row, but are never judged. */
  private static final String WITHHELD =
      """
      select count(distinct school_id) as schools,
        count(distinct school_id) filter (where verdict = 'INSUFFICIENT_DATA') as without
      from recurrence_result join school s using (trust_id, school_id)
      where manifest_id = ? and s.name_key <> '' and sub_type = '' and breach_type <> ?
      """;

  private final JdbcClient jdbc;
  private final PaperWords words;

  /** The comparisons of the trust of the running transaction, in the papers' words. */
  public KeptTrends(JdbcClient jdbc, PaperWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  /** A run that kept a comparison. */
  public record Run(long manifest, Instant asOf, Windows windows) {}

  /**
   * A type, or a part of one, in both halves.
   *
   * @param code the breach type's
   * @param whole whether it is the whole type
   * @param months the incidents of each whole month; empty where an older program kept the row
   */
  public record Kept(
      String code,
      boolean whole,
      TypeVerdict said,
      int nearMissesPrevious,
      int nearMissesCurrent,
      List<Integer> months) {

    /** Copies the months. */
    public Kept {
      months = List.copyOf(months);
    }
  }

  /**
   * The comparison of the newest halves at the as-of, of several the newest; where all are later,
   * the newest there is.
   */
  public Optional<Run> newest(AsOf asOf) {
    Timestamp at = Timestamp.from(asOf.instant());
    return jdbc.sql(NEWEST)
        .params(at, at, at)
        .query(
            (row, number) ->
                new Run(
                    row.getLong("manifest_id"),
                    row.getTimestamp("as_of").toInstant(),
                    new Windows(
                        row.getObject("window_start", LocalDate.class),
                        row.getObject("window_middle", LocalDate.class),
                        row.getObject("window_end", LocalDate.class))))
        .optional();
  }

  /** The rows of one school, or over all for school 0; empty where the run did not know it. */
  public List<Kept> rows(long manifest, int schoolId) {
    return jdbc.sql(ROWS).params(manifest, schoolId).query(this::kept).list();
  }

  /** How many schools were compared, and for how many of them a verdict was withheld. */
  public record Withheld(int schools, int without) {}

  /** For how many schools of a run's comparison a month was missing. */
  public Withheld withheld(long manifest) {
    return jdbc.sql(WITHHELD)
        .params(manifest, BreachType.UNTYPED)
        .query((row, number) -> new Withheld(row.getInt("schools"), row.getInt("without")))
        .single();
  }

  private Kept kept(ResultSet row, int number) throws SQLException {
    String type = row.getString("breach_type");
    String part = row.getString("sub_type");
    ComparedType compared = ComparedType.of(row);
    return new Kept(
        type,
        part.isEmpty(),
        compared.titled(part.isEmpty() ? words.type(type) : words.subType(part)),
        row.getInt("near_misses_previous"),
        row.getInt("near_misses_current"),
        numbers(row.getArray("months")));
  }

  private static List<Integer> numbers(@Nullable Array months) throws SQLException {
    return months == null ? List.of() : Arrays.asList((Integer[]) months.getArray());
  }

  /**
   * The sum of some rows month by month; empty where a row was kept without its months.
   *
   * @param schoolId whose silence is marked; any school's for school 0
   * @param manifest the run that kept the rows
   */
  public List<MonthCount> months(List<Kept> rows, Windows windows, int schoolId, long manifest) {
    List<YearMonth> months = windows.wholeMonths();
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.months().size() != months.size())) {
      return List.of();
    }
    Set<YearMonth> silent = silent(manifest, months, schoolId);
    return IntStream.range(0, months.size())
        .mapToObj(
            i ->
                new MonthCount(
                    months.get(i),
                    rows.stream().mapToInt(row -> row.months().get(i)).sum(),
                    0,
                    !silent.contains(months.get(i))))
        .toList();
  }

  /**
   * The months for which a school, or one of all that a run compared for school 0, has sent nothing
   * up to now.
   */
  public Set<YearMonth> silent(long manifest, List<YearMonth> months, int schoolId) {
    List<Date> days = new ArrayList<>();
    months.forEach(month -> days.add(Date.valueOf(month.atDay(1))));
    return new HashSet<>(
        jdbc.sql(SILENT)
            .params(
                days.toString().replace('[', '{').replace(']', '}'), schoolId, schoolId, manifest)
            .query((row, number) -> YearMonth.from(row.getDate(1).toLocalDate()))
            .list());
  }

  /**
   * The people affected as the newest paper about the same halves prints them: small numbers are
   * withheld. Empty where no finished run has published one.
   *
   * @param schoolId the paper of its governors; the board's for school 0
   */
  public List<PeopleAffected.Row> people(int schoolId, LocalDate anchor) {
    return jdbc.sql(PEOPLE)
        .params(schoolId == 0 ? "board" : "governors", schoolId, Date.valueOf(anchor))
        .query(PeopleAffected.Row.class)
        .list();
  }
}

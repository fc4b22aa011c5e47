package org.breachledger.web;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of the trust. */
final class SchoolQueries {

  private static final int MONTHS = 12;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private static final String SENT =
      """
      select s.school_id, s.name, s.confirmed,
        (select count(*) from incident_glance i
          where i.trust_id = current_trust() and i.school_id = s.school_id) as incidents,
        array(select m::date
          from generate_series(?::date, ?::date, interval '1 month') m
          where not exists (select from coverage c where c.month = m
              and c.school_id in (0, s.school_id))
            and not exists (select from nil_return n where n.month = m
              and n.school_id = s.school_id)
          order by m desc) as silent
      from school s order by s.confirmed, s.name, s.school_id
      """;

  private static final String KNOWN =
      """
      select school_id as id, name, coalesce(urn, '') as urn, confirmed
      from school where name_key <> ''
      """;

  private final JdbcClient jdbc;
  private final Reading reading;

  SchoolQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** A school to choose. */
  record School(int id, String name) {}

  /** Every school, by name. */
  List<School> list() {
    return reading.read(
        () ->
            jdbc.sql("select school_id as id, name from school order by name")
                .query(School.class)
                .list());
  }

  /**
   * A school as the register has it.
   *
   * @param urn empty where it has none
   * @param confirmed whether it is one, not only a name in a log
   */
  record Known(int id, String name, String urn, boolean confirmed) {}

  /** The school of that number; empty where the trust has none. */
  Optional<Known> find(int id) {
    return reading.read(
        () -> jdbc.sql(KNOWN + " and school_id = ?").param(id).query(Known.class).optional());
  }

  /** The confirmed schools, by name. */
  List<Known> confirmed() {
    return reading.read(
        () -> jdbc.sql(KNOWN + " and confirmed order by name").query(Known.class).list());
  }

  /**
   * A school with what it sent.
   *
   * @param number what papers call a school to confirm by
   * @param confirmed whether the trust's list names it
   * @param incidents all on record
   * @param silent the months without a log and without a nil return, the newest first
   */
  record Sent(int number, String name, boolean confirmed, int incidents, List<YearMonth> silent) {

    /** The months in words; empty where none is missing. */
    public String silence() {
      return silent.stream().map(MONTH::format).collect(Collectors.joining(", "));
    }
  }

  /**
   * What every school sent, those to confirm first.
   *
   * @param last the newest month looked at, inclusive
   */
  List<Sent> sent(YearMonth last) {
    LocalDate first = last.minusMonths(MONTHS - 1L).atDay(1);
    return reading.read(
        () ->
            jdbc.sql(SENT)
                .params(Date.valueOf(first), Date.valueOf(last.atDay(1)))
                .query(SchoolQueries::sent)
                .list());
  }

  private static Sent sent(ResultSet row, int number) throws SQLException {
    List<YearMonth> silent =
        Arrays.stream((Object[]) row.getArray("silent").getArray())
            .map(month -> YearMonth.from(((Date) month).toLocalDate()))
            .toList();
    return new Sent(
        row.getInt("school_id"),
        row.getString("name"),
        row.getBoolean("confirmed"),
        row.getInt("incidents"),
        silent);
  }

  /** Their names. */
  List<String> names() {
    return list().stream().map(School::name).toList();
  }
}

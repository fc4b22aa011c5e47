package org.breachledger.intake.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.FoldedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of the trust, by URN, name or alias, and the months they had nothing to report. */
public final class SchoolRegister {

  private final JdbcClient jdbc;

  /** Call within a transaction. */
  public SchoolRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts a confirmed school on the register, or confirms the one of that name; papers print the
   * name as it is confirmed, not as a log first wrote it.
   */
  public int confirm(String name, @Nullable String urn, List<String> aliases) {
    int school =
        jdbc.sql(
                """
                insert into school (name, name_key, urn, confirmed) values (?, ?, ?, true)
                on conflict (trust_id, name_key) do update
                  set confirmed = true, name = excluded.name, urn = coalesce(excluded.urn, school.urn)
                returning school_id
                """)
            .param(name)
            .param(FoldedText.of(name))
            .param(urn)
            .query(Integer.class)
            .single();
    for (String alias : aliases) {
      jdbc.sql(
              "insert into school_alias (alias_key, school_id) values (?, ?)"
                  + " on conflict (trust_id, alias_key) do update"
                  + " set school_id = excluded.school_id")
          .params(FoldedText.of(alias), school)
          .update();
    }
    return school;
  }

  /** Puts a school on the register that somebody has yet to confirm. */
  int toConfirm(String name, long importId) {
    return jdbc.sql(
            "insert into school (name, name_key, first_import_id) values (?, ?, ?)"
                + " returning school_id")
        .params(name, FoldedText.of(name), importId)
        .query(Integer.class)
        .single();
  }

  /** The school of a URN, name or alias. */
  public Optional<Integer> find(String words) {
    return jdbc.sql(
            """
            select school_id from school where urn = ? or name_key = ?
            union all select school_id from school_alias where alias_key = ? limit 1
            """)
        .params(words.strip(), FoldedText.of(words), FoldedText.of(words))
        .query(Integer.class)
        .optional();
  }

  /** The name of a school on the register. */
  public String name(int schoolId) {
    return jdbc.sql("select name from school where school_id = ?")
        .param(schoolId)
        .query(String.class)
        .single();
  }

  /** The names of all schools, in alphabetical order; not the place of rows without a school. */
  public List<String> names() {
    return jdbc.sql("select name from school where name_key <> '' order by name")
        .query(String.class)
        .list();
  }

  /**
   * Records that a school had nothing to report in a month [002].
   *
   * @return false where it was on record already
   */
  public boolean nilReturn(int schoolId, YearMonth month, String by, Instant at) {
    return jdbc.sql(
                "insert into nil_return (school_id, month, recorded_at, recorded_by)"
                    + " values (?, ?, ?, ?) on conflict do nothing")
            .params(schoolId, Date.valueOf(month.atDay(1)), Timestamp.from(at), by)
            .update()
        > 0;
  }

  /** That no school has this number, name or other name, and which there are. */
  public String unknown(String name) {
    return "there is no school \"" + name + "\"; the schools are " + String.join(", ", names());
  }

  /** How many incidents of a school are counted on a day of a month. */
  public int incidentsIn(int schoolId, YearMonth month) {
    return jdbc.sql(
            "select count(*) from incident where school_id = ? and day >= ? and day < ?"
                + " and counted_as = 'incident'")
        .params(schoolId, Date.valueOf(month.atDay(1)), Date.valueOf(month.plusMonths(1).atDay(1)))
        .query(Integer.class)
        .single();
  }
}

package org.breachledger.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back the months an import covered and the schools only it had named; which months those
 * were stays on record.
 */
final class UndoneCoverage {

  private static final String FORGET =
      """
      select count(*) filter (where forget_school(s.school_id)) from school s
      where not s.confirmed and s.first_import_id = any (?::bigint[])
      """;

  /** A school that stays was first named by the earliest import that is still using it. */
  private static final String NAMED_BY =
      """
      update school s set first_import_id = (select min(import_id) from (
        select i.first_import_id as import_id
        from incident_glance g join incident i using (trust_id, incident_id)
        where g.trust_id = current_trust() and g.school_id = s.school_id
        union all select import_id from coverage c where c.school_id = s.school_id) by)
      where s.first_import_id = any (?::bigint[])
      """;

  private final JdbcClient jdbc;
  private final String undone;

  UndoneCoverage(JdbcClient jdbc, String undone) {
    this.jdbc = jdbc;
    this.undone = undone;
  }

  /** Takes the months of one import back and says how many there were. */
  int takeBack(long importId) {
    return jdbc.sql(
            """
            with gone as (delete from coverage where import_id = ? returning *)
            insert into undone_coverage select * from gone
            """)
        .param(importId)
        .update();
  }

  /** Forgets the schools that nobody confirmed and nothing uses any more. */
  void forgetSchools() {
    jdbc.sql(FORGET).param(undone).query(Integer.class).single();
    jdbc.sql(NAMED_BY).param(undone).update();
  }
}

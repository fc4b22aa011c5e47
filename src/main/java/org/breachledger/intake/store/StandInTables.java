package org.breachledger.intake.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables of this transaction only that stand before the register's own under the same names, each
 * with numbers of its own: what an import writes goes there, and is gone with the transaction.
 */
final class StandInTables {

  /** Every table that taking rows writes to. */
  private static final List<String> WRITTEN =
      List.of(
          "school",
          "import_file",
          "remembered_mapping",
          "incident",
          "incident_glance",
          "incident_history",
          "incident_reporter",
          "incident_extra",
          "reporter_said",
          "extra_said",
          "import_row");

  private static final String COPY =
      "create temp table %1$s (like public.%1$s including defaults including identity"
          + " including indexes) on commit drop";

  /** What is small and may be asked for as a whole. */
  private static final List<String> FILLED = List.of("school", "import_file", "remembered_mapping");

  private static final String FILL =
      "insert into pg_temp.%1$s overriding system value select * from public.%1$s";

  private static final String REPORTERS_BEFORE =
      """
      create temp table reporter_before (incident_id bigint primary key, reporter text not null)
        on commit drop
      """;

  /** An incident is the same only under the same reference, or where neither has one. */
  private static final String CANDIDATES =
      """
      insert into pg_temp.incident overriding system value
      select x.* from public.incident x
      where x.trust_id = current_trust() and x.incident_id in (
        select g.incident_id from public.incident_glance g
        where g.trust_id = current_trust()
          and g.reference_folded in (select reference_folded from incoming)
        union all
        select g.incident_id from public.incident_glance g
        where g.trust_id = current_trust() and g.reference_folded is null
          and exists (select from incoming where read = 'TAKEN' and reference is null))
      on conflict do nothing
      """;

  private static final String THEIR_REPORTERS =
      """
      insert into pg_temp.incident_reporter
      select r.* from public.incident_reporter r
      where r.incident_id in (select incident_id from pg_temp.incident)
      on conflict do nothing
      """;

  private static final String REMEMBER_REPORTERS =
      """
      insert into reporter_before select incident_id, reporter from pg_temp.incident_reporter
      on conflict (incident_id) do update set reporter = excluded.reporter
        where reporter_before.reporter <> excluded.reporter
      """;

  private static final String GLANCES =
      """
      create trigger glance_at_%1$s after %2$s on pg_temp.incident
      referencing new table as fresh for each statement execute function %3$s()
      """;

  private StandInTables() {}

  /**
   * Makes them, the small ones filled; statements prepared before must not find the register again.
   */
  static void make(JdbcClient jdbc) {
    for (String table : WRITTEN) {
      jdbc.sql(COPY.formatted(table)).update();
    }
    for (String table : FILLED) {
      jdbc.sql(FILL.formatted(table)).update();
    }
    jdbc.sql(GLANCES.formatted("new", "insert", "glance_at_new_incidents")).update();
    jdbc.sql(GLANCES.formatted("changed", "update", "glance_at_incidents")).update();
    jdbc.sql(REPORTERS_BEFORE).update();
    numberAfter(jdbc, "school", "school_id");
    numberAfter(jdbc, "import_file", "import_id");
    numberAfter(jdbc, "incident", "incident_id");
    jdbc.sql("discard plans").update();
  }

  /** Brings in the incidents that the rows now incoming may speak of. */
  static void bringIn(JdbcClient jdbc) {
    jdbc.sql(CANDIDATES).update();
    jdbc.sql(THEIR_REPORTERS).update();
    jdbc.sql(REMEMBER_REPORTERS).update();
    jdbc.sql("analyze pg_temp.incident").update();
    jdbc.sql("analyze pg_temp.incident_glance").update();
  }

  /** New numbers come after the register's, so that what is older stays older. */
  private static void numberAfter(JdbcClient jdbc, String table, String column) {
    long next =
        jdbc.sql("select coalesce(max(%s), 0) + 1 from public.%s".formatted(column, table))
            .query(Long.class)
            .single();
    jdbc.sql(
            "alter table pg_temp.%s alter column %s restart with %d".formatted(table, column, next))
        .update();
  }
}

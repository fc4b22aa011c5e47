package org.breachledger.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what an import says of an incident beside its facts: who reported it, apart and read by the
 * fewest, and the columns no field was found for.
 *
 * <p>Of several rows about one incident the last one that says something speaks. From the first
 * change on it is on record which import said what; before it, the incident's first import did.
 */
final class BesideTheFacts {

  private static final String REPORTERS_SO_FAR =
      """
      with said as (
        select distinct on (f.incident_id) f.incident_id, i.reporter
        from found f join incoming i on i.seq = f.seq
        where f.incident_id < ? and i.reporter is not null
        order by f.incident_id, f.seq desc)
      insert into reporter_said (trust_id, incident_id, import_id, reporter)
      select x.trust_id, x.incident_id, x.first_import_id, r.reporter
      from said i
      join incident_reporter r on r.incident_id = i.incident_id and r.reporter <> i.reporter
      join incident x on x.incident_id = i.incident_id
      where not exists (select from reporter_said s where s.incident_id = i.incident_id)
      """;

  private static final String REPORTERS =
      """
      with said as (
        select distinct on (f.incident_id) f.incident_id, i.reporter
        from found f join incoming i on i.seq = f.seq
        where f.incident_id < ? and i.reporter is not null
        order by f.incident_id, f.seq desc),
      changed as (
        insert into incident_reporter (incident_id, reporter)
        select incident_id, reporter from said
        on conflict (trust_id, incident_id) do update set reporter = excluded.reporter
          where incident_reporter.reporter <> excluded.reporter
        returning incident_id, reporter)
      insert into reporter_said (trust_id, incident_id, import_id, reporter)
      select current_trust(), incident_id, ?, reporter from changed
      """;

  private static final String EXTRAS_SO_FAR =
      """
      with said as (
        select distinct on (f.incident_id) f.incident_id, i.extra
        from found f join incoming i on i.seq = f.seq
        where f.incident_id < ? and i.extra is not null
        order by f.incident_id, f.seq desc)
      insert into extra_said (trust_id, incident_id, import_id, extra)
      select x.trust_id, x.incident_id, x.first_import_id, e.extra
      from said i
      join incident_extra e on e.incident_id = i.incident_id and e.extra || i.extra <> e.extra
      join incident x on x.incident_id = i.incident_id
      where not exists (select from extra_said s where s.incident_id = i.incident_id)
      """;

  private static final String EXTRAS =
      """
      with said as (
        select distinct on (f.incident_id) f.incident_id, i.extra
        from found f join incoming i on i.seq = f.seq
        where f.incident_id < ? and i.extra is not null
        order by f.incident_id, f.seq desc),
      changed as (
        insert into incident_extra (incident_id, extra)
        select incident_id, extra from said
        on conflict (trust_id, incident_id) do update
          set extra = incident_extra.extra || excluded.extra
          where incident_extra.extra || excluded.extra <> incident_extra.extra
        returning incident_id)
      insert into extra_said (trust_id, incident_id, import_id, extra)
      select current_trust(), incident_id, ?, extra from changed join said using (incident_id)
      """;

  /** What nobody knew before has nothing beside its facts; sorted is what is narrow only. */
  private static final String NEW =
      """
      with speaks as materialized (
        select distinct on (f.incident_id) f.incident_id, f.seq
        from found f join incoming i on i.seq = f.seq
        where f.incident_id >= ? and i.%1$s is not null
        order by f.incident_id, f.seq desc)
      insert into incident_%1$s (incident_id, %1$s)
      select s.incident_id, i.%1$s from speaks s join incoming i on i.seq = s.seq
      """;

  private final JdbcClient jdbc;

  BesideTheFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what the matched rows of an import say.
   *
   * @param firstNew the number of its first new incident; higher than any where it has none
   */
  void keep(long importId, long firstNew) {
    jdbc.sql(REPORTERS_SO_FAR).param(firstNew).update();
    jdbc.sql(REPORTERS).params(firstNew, importId).update();
    jdbc.sql(NEW.formatted("reporter")).param(firstNew).update();
    jdbc.sql(EXTRAS_SO_FAR).param(firstNew).update();
    jdbc.sql(EXTRAS).params(firstNew, importId).update();
    jdbc.sql(NEW.formatted("extra")).param(firstNew).update();
  }
}

package org.breachledger.record.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breachledger.record.RecordCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what stands in the register with the newest record of it on the chain, by the database
 * and as of one moment. Within a transaction.
 */
final class RegisterCheck {

  /** More are counted, not told. */
  private static final int TOLD = 100;

  private static final String ALL_LEAVES =
      """
      select r.stretch_id, r.seq, r.part, u.incident, u.beside, u.nth,
        substring(r.salts from (u.nth * 16 - 15)::int for 16) as salt,
        substring(r.contents from (u.nth * 32 - 31)::int for 32) as content
      from (
        select stretch_id, seq, part, incidents, beside, salts || ''::bytea as salts,
          contents || ''::bytea as contents
        from audit_record where trust_id = current_trust() offset 0) r
      cross join lateral unnest(r.incidents, r.beside) with ordinality as u (incident, beside, nth)
      """;

  private static final String NO_SALT = "decode(repeat('00', 16), 'hex')";

  /**
   * Kind and place: what of an incident a record speaks of; of these the newest must be so still.
   */
  private static final String FINDINGS =
      """
      with leaf as materialized (
        select *, case part when 'gone' then 'facts' else part end as kind,
          case part when 'past' then beside else 0 end as place
        from (%1$s) l),
      newest as (
        select distinct on (incident, kind, place) * from leaf where part <> 'removed'
        order by incident, kind, place, seq desc nulls first, stretch_id desc, nth desc),
      standing as (
        select incident_id as incident, 'facts' as kind, 0::bigint as place,
          school_id::bigint as beside, facts::text as said
        from incident where trust_id = current_trust()
        union all
        select incident_id, 'recorded', 0, 0, recorded_facts::text
        from incident where trust_id = current_trust()
        union all
        select incident_id, 'past', history_id, history_id, facts::text
        from incident_history where trust_id = current_trust()),
      compared as (
        select coalesce(n.incident, s.incident) as incident, kind, n.seq, s.incident is not null as stands,
          case
            when n.part is null then case when kind = 'recorded' and s.said = '{}' then null
              else 'stands in the register without an entry' end
            when s.incident is null then case
              when n.part = 'gone' then null
              when kind = 'recorded' and n.salt = %2$s then null
              when kind = 'recorded' and not exists (
                select from incident i where i.trust_id = current_trust() and i.incident_id = n.incident)
                then null
              when n.salt = %2$s then null
              when kind = 'past' then 'has lost an earlier version that was recorded'
              else 'was taken out of the register after it was recorded' end
            when n.part = 'gone' then 'was put back after it was taken out'
            when n.salt = %2$s then 'stands there though its content was removed'
            when n.beside <> s.beside or salted(n.salt, s.said) <> n.content then case kind
              when 'past' then 'was changed in an earlier version after that was recorded'
              when 'recorded' then 'was changed in what persons recorded, after that'
              else 'was changed after it was recorded' end
          end as finding
        from newest n full join standing s using (incident, kind, place)),
      found as (
        select incident, seq, finding from compared where finding is not null
        union all
        select l.incident, l.seq, 'has a record that was written without an entry'
        from leaf l
        where l.seq is null and l.stretch_id in (
          select stretch_id from audit_record
          where trust_id = current_trust() and seq is null and written_in <> '0'
            and written_in is distinct from pg_current_xact_id_if_assigned())
        union all
        select l.incident, l.seq, 'has a record of an entry that is not there'
        from leaf l
        where l.seq is not null and not exists (
          select from audit_entry e where e.trust_id = current_trust() and e.seq = l.seq)
        union all
        select l.incident, l.seq, 'has a record whose salt was changed'
        from leaf l
        where l.part in ('gone', 'removed') and salted(l.salt, '') <> l.content
        union all
        select l.incident, l.seq, 'has a record whose salt was taken without an entry'
        from leaf l
        where l.salt = %2$s and l.part in ('facts', 'recorded', 'past') and not exists (
          select from leaf m where m.incident = l.incident and m.part = 'removed'
            and m.stretch_id > l.stretch_id))
      select f.incident, f.seq, f.finding, i.reference,
        (select count(*) from compared where stands and kind <> 'recorded') as records
      from (select null as nothing) one
      left join found f on true
      left join incident i on i.trust_id = current_trust() and i.incident_id = f.incident
      """;

  private static final String BY_REFERENCE =
      """
      select incident_id from incident_glance
      where trust_id = current_trust() and reference_folded = lower(:reference)
      union
      select incident_id from incident_history
      where trust_id = current_trust() and lower(stood ->> 'reference') = lower(:reference)
      order by 1
      """;

  private static final String BY_NUMBER =
      """
      select incident_id from incident where trust_id = current_trust() and incident_id = :number
      union
      select :number where exists (
        select from audit_record where trust_id = current_trust() and incidents @> array[:number]::bigint[])
      """;

  private final JdbcClient jdbc;

  RegisterCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was found of an incident; nothing but the number of records where all is well. */
  record Found(
      @Nullable Long incident,
      @Nullable Long seq,
      @Nullable String finding,
      @Nullable String reference,
      long records) {

    String sentence() {
      String entry = seq == null ? "" : " (entry " + seq + ")";
      return RegisterCheck.named(incident, reference) + " " + finding + entry + ".";
    }
  }

  /** Compares all that stands there. */
  RecordCheck all() {
    List<Found> rows = jdbc.sql(FINDINGS.formatted(ALL_LEAVES, NO_SALT)).query(Found.class).list();
    List<String> told =
        new ArrayList<>(
            rows.stream()
                .filter(row -> row.finding() != null)
                .sorted(Comparator.comparing(Found::incident))
                .map(Found::sentence)
                .distinct()
                .toList());
    if (told.size() > TOLD) {
      int more = told.size() - TOLD;
      told.subList(TOLD, told.size()).clear();
      told.add("And " + more + " more.");
    }
    return new RecordCheck(rows.get(0).records(), told);
  }

  /** What is wrong with one incident. */
  List<String> of(long incident) {
    return jdbc
        .sql(
            FINDINGS
                .formatted("select * from audit_leaves(array[:which]::bigint[])", NO_SALT)
                .replace(
                    "from incident where trust_id = current_trust()",
                    "from incident where trust_id = current_trust() and incident_id = :which")
                .replace(
                    "from incident_history where trust_id = current_trust()",
                    "from incident_history where trust_id = current_trust() and incident_id = :which"))
        .param("which", incident)
        .query(Found.class)
        .list()
        .stream()
        .filter(row -> row.finding() != null)
        .map(Found::sentence)
        .distinct()
        .toList();
  }

  /** The incidents with a reference or, where there is none, with that number. */
  List<Long> find(String reference) {
    List<Long> found =
        jdbc.sql(BY_REFERENCE).param("reference", reference.strip()).query(Long.class).list();
    if (found.isEmpty() && reference.strip().matches("\\d{1,18}")) {
      return jdbc.sql(BY_NUMBER)
          .param("number", Long.parseLong(reference.strip()))
          .query(Long.class)
          .list();
    }
    return found;
  }

  /** As a person knows it. */
  static String named(@Nullable Long incident, @Nullable String reference) {
    return "Incident " + incident + (reference == null ? "" : " (" + reference + ")");
  }
}

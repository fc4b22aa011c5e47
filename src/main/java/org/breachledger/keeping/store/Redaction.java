package org.breachledger.keeping.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breachledger.incident.Field;
import org.breachledger.incident.Printable;
import org.breachledger.incident.Redacted;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the words and names of persons out of incidents that stay on the register, wherever they
 * stand; type, dates, severity and deadlines stay as they are. Call within a transaction.
 *
 * <p>The words are gone for good: what was judged by them is put on record as it was judged, so
 * that judging again finds the same.
 */
public final class Redaction {

  /** The type stays although the words it was found by are gone. */
  private static final String SETTLE_TYPE =
      """
      insert into type_confirmation (incident_id, import_id, breach_type, sub_type, ruled_type,
        ruled_sub_type, ruled_confidence, correction, confirmed_by, confirmed_at)
      select i.incident_id, i.import_id, i.breach_type, i.sub_type, i.breach_type, i.sub_type,
        'low', false, ?, ?
      from incident i
      where i.incident_id = any (?::bigint[]) and i.breach_type is not null
        and (select c.breach_type from type_confirmation c where c.incident_id = i.incident_id
          order by c.confirmation_id desc limit 1) is null
      """;

  /** Factors that words gave are on record as factors; a repeat is found again without words. */
  private static final String SETTLE_FACTORS =
      """
      update incident set facts = case when f.codes = '' then facts - 'factors'
        else facts || jsonb_build_object('factors', f.codes) end
      from (select incident_id as id, array_to_string(array(
          select distinct code from unnest(string_to_array(factors, ';')) code
          where code <> '' and (code <> 'REPEAT_INCIDENT' or repeat_of is null
            or ';' || coalesce(facts ->> 'factors', '') || ';' like '%;REPEAT_INCIDENT;%')
          order by code), ';') as codes
        from incident) f
      where incident_id = f.id and incident_id = any (?::bigint[])
        and (f.codes <> '' or jsonb_exists(facts, 'factors'))
      """;

  /** What the words told of status and direction is on record as such. */
  private static final String SETTLE_READING =
      """
      update incident set facts = facts
        || case when read_status is not null and not jsonb_exists(facts, 'status')
          then jsonb_build_object('status', read_status) else '{}' end
        || case when read_direction is not null and not jsonb_exists(facts, 'direction')
          then jsonb_build_object('direction', read_direction) else '{}' end
      where incident_id = any (?::bigint[])
      """;

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final AuditTrail audit;

  /** Redaction in the record of the trust at work. */
  public Redaction(JdbcClient jdbc, IncidentRegister register, AuditTrail audit) {
    this.jdbc = jdbc;
    this.register = register;
    this.audit = audit;
  }

  /**
   * Redacts incidents. Their imports keep the hash of their originals, which go.
   *
   * @param why stays in the record, apart from everything papers are made of
   * @return how many originals go
   * @throws KeepingRefused where a legal hold stands on one of them, or on another incident that
   *     the same originals speak of
   */
  public int redact(List<Long> incidents, String why, By by) {
    register.waitForTurn();
    String ids = Destruction.array(incidents);
    refuseHeld(ids);
    incidents.forEach(id -> keepReason(jdbc, id, null, why, by));
    List<Long> selves =
        jdbc.sql("select unnest(with_earlier_selves(?::bigint[]))")
            .param(ids)
            .query(Long.class)
            .list();
    jdbc.sql("delete from row_print where incident_id = any (?::bigint[])")
        .param(Destruction.array(selves))
        .update();
    jdbc.sql(SETTLE_TYPE).params(by.account(), Timestamp.from(by.at()), ids).update();
    jdbc.sql(SETTLE_FACTORS).param(ids).update();
    jdbc.sql(SETTLE_READING).param(ids).update();
    List<Long> plain = new ArrayList<>();
    List<Long> wordy = new ArrayList<>();
    jdbc.sql("select incident_id, reference from incident where incident_id = any (?::bigint[])")
        .param(ids)
        .query(
            row -> {
              long id = row.getLong(1);
              String written = row.getString(2);
              boolean keeps = written == null || Printable.reference(written, id).equals(written);
              (keeps ? plain : wordy).add(id);
            });
    int originals = blank(plain, Redacted.texts(), by);
    originals +=
        blank(
            wordy,
            Stream.concat(Redacted.texts().stream(), Stream.of(Field.REFERENCE.code())).toList(),
            by);
    for (long id : incidents) {
      audit.append(
          by.account(),
          "redact-incident",
          "incident " + id,
          AuditDetails.none().and("role", by.role()));
    }
    // Only what an entry holds can be forgotten, and what was settled just now held the words too.
    forget(audit, selves, incidents.size(), by);
    return originals;
  }

  static void forget(AuditTrail audit, List<Long> selves, int incidents, By by) {
    audit.forgetSalts(selves);
    audit.append(
        by.account(),
        "forget-redacted",
        "redaction",
        AuditDetails.none().and("incidents", incidents));
  }

  private void refuseHeld(String ids) {
    List<String> held =
        jdbc.sql(
                """
                select i.incident_id, i.reference, s.name, s.confirmed, s.school_id from incident i
                join school s using (trust_id, school_id)
                where i.incident_id = any (held_beside(?::bigint[])) order by i.incident_id
                """)
            .param(ids)
            .query((row, number) -> named(row))
            .list();
    if (!held.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since what would go is under legal hold, itself or with the log that"
              + " speaks of it too: "
              + KeepingRefused.named(held)
              + ". Lift the hold first, where it may be lifted.");
    }
    List<String> schools =
        heldSchools(
            jdbc,
            "held_with(imports_of_the_same_bytes(imports_speaking_of("
                + "with_earlier_selves(?::bigint[]))))",
            ids);
    if (!schools.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since a log that would go spoke of a school that is under legal"
              + " hold, or has an incident that is: "
              + KeepingRefused.named(schools)
              + ". Lift the hold first, where it may be lifted.");
    }
  }

  /** How papers call the schools whose numbers a function of some numbers gives. */
  static List<String> heldSchools(JdbcClient jdbc, String function, String about) {
    return jdbc.sql(
            """
            select name, confirmed, school_id from school
            where school_id = any (%s)
            order by school_id
            """
                .formatted(function))
        .param(about)
        .query(
            (row, number) -> Printable.school(row.getString(1), row.getBoolean(2), row.getInt(3)))
        .list();
  }

  /** What a row is called by: number, reference, then name, confirmation and number of a school. */
  static String named(ResultSet row) throws SQLException {
    return Printable.reference(row.getString(2), row.getLong(1))
        + ", "
        + Printable.school(row.getString(3), row.getBoolean(4), row.getInt(5));
  }

  /**
   * How many originals of the archive speak of some incidents.
   *
   * @throws KeepingRefused where a legal hold stops their redaction
   */
  public int originals(List<Long> incidents) {
    refuseHeld(Destruction.array(incidents));
    return jdbc.sql(
            """
            select count(distinct sha256) from import_file where original_gone_at is null
              and import_id = any (imports_speaking_of(with_earlier_selves(?::bigint[])))
            """)
        .param(Destruction.array(incidents))
        .query(Integer.class)
        .single();
  }

  private int blank(List<Long> incidents, List<String> texts, By by) {
    if (incidents.isEmpty()) {
      return 0;
    }
    return jdbc.sql("select redact_incidents(?::bigint[], ?::text[], ?)")
        .params(Destruction.array(incidents), Destruction.array(texts), Timestamp.from(by.at()))
        .query(Integer.class)
        .single();
  }

  /** Of an incident, or of an import. */
  static void keepReason(
      JdbcClient jdbc, @Nullable Long incident, @Nullable Long importId, String why, By by) {
    long id =
        jdbc.sql(
                "insert into redaction (incident_id, import_id, by_role, redacted_at)"
                    + " values (?, ?, ?, ?) returning redaction_id")
            .param(incident)
            .param(importId)
            .param(by.role())
            .param(Timestamp.from(by.at()))
            .query(Long.class)
            .single();
    jdbc.sql("insert into redaction_reason (redaction_id, why) values (?, ?)")
        .params(id, why)
        .update();
  }
}

package org.breachledger.keeping.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.keeping.ListedIncident;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.store.ConfirmedLists.Confirmed;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Destroys what a confirmed list names, and nothing else. What remains of it are counts, the
 * certificate and the numbers of papers published before. Call within a transaction.
 */
public final class Destruction {

  private static final String COUNTS =
      """
      insert into destroyed_count (number, school_id, month, breach_type, sub_type, counted_as,
        incidents)
      select ?, school_id, coalesce(date_trunc('month', day)::date, '0001-01-01'),
        coalesce(breach_type, ''), coalesce(sub_type, ''), counted_as, count(*)
      from incident where incident_id = any (?::bigint[])
      group by 2, 3, 4, 5, 6
      """;

  /**
   * Warnings begin a line with the reference; the school may have had another name then, so that a
   * warning of another school's incident under the same reference goes as well.
   */
  private static final String MESSAGES =
      """
      with named as (
        update outbox_message set body = '[destroyed]'
        where alert_id is null and paper_id is null and state <> 'waiting'
          and exists (select from jsonb_array_elements_text(?::jsonb) line
            where position(line in regexp_replace(body, '[[:space:]]+', ' ', 'g')) > 0)
        returning file_name, state)
      insert into file_to_remove (file, asked_at)
      select 'outbox/' || file_name || '.eml', ? from named where state = 'written'
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final YearlyLists lists;

  /** Destruction in the record of the trust at work. */
  public Destruction(JdbcClient jdbc, AuditTrail audit, PolicyProfile profile) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.lists = new YearlyLists(jdbc, profile);
  }

  /**
   * The confirmed list of that name, of which everything may still be destroyed.
   *
   * @throws KeepingRefused where no such list waits, or something on it has come under hold, was
   *     opened again, is kept, or is not on record as it was
   */
  public Confirmed ready(String named, AsOf asOf, By by) {
    ListDesk.refuseFuture(asOf, by);
    Confirmed list =
        new ConfirmedLists(jdbc)
            .find(named)
            .orElseThrow(
                () ->
                    new KeepingRefused(
                        "No confirmed list of that name waits for destruction. Confirm one with:"
                            + " breachledger retention confirm LIST --by ROLE"));
    refuseHeldBefore(list);
    YearlyList now = lists.at(asOf, list.schoolId());
    List<String> changed =
        list.items().stream()
            .filter(item -> !standsOn(now, item))
            .map(item -> item.reference() + ", " + item.school())
            .toList();
    if (!changed.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is destroyed, since what was confirmed has changed: "
              + String.join("; ", changed)
              + ". Look at the list again with: breachledger retention due, and confirm it anew.");
    }
    return list;
  }

  private void refuseHeldBefore(Confirmed list) {
    boolean held =
        jdbc.sql(
                """
                select exists (select from legal_hold h
                  where h.incident_id = any (with_earlier_selves(?::bigint[]))
                    and h.incident_id not in (select incident_id from incident)
                    and not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id))
                """)
            .param(array(ids(list)))
            .query(Boolean.class)
            .single();
    if (held) {
      throw new KeepingRefused(
          "Nothing is destroyed, since something on the list was under another number before, and a"
              + " legal hold stands on that. Lift the hold first, where it may be lifted.");
    }
  }

  private static boolean standsOn(YearlyList now, ListedIncident item) {
    return now.items().stream()
        .anyMatch(
            one ->
                one.id() == item.id()
                    && one.due().equals(item.due())
                    && one.reference().equals(item.reference()));
  }

  /** How many originals of the archive are evidence of nothing but these incidents. */
  public int originals(Confirmed list) {
    return jdbc.sql(
            """
            select count(distinct sha256) from import_file
            where original_gone_at is null
              and import_id = any (imports_of_these_only(with_earlier_selves(?::bigint[])))
            """)
        .param(array(ids(list)))
        .query(Integer.class)
        .single();
  }

  /** The numbers of the incidents, and of all they ever were on record as. */
  public List<Long> selves(Collection<Long> incidents) {
    return jdbc.sql("select unnest(with_earlier_selves(?::bigint[]))")
        .param(array(incidents))
        .query(Long.class)
        .list();
  }

  /** The number the next certificate gets. */
  public int nextNumber() {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from destruction_certificate")
        .query(Integer.class)
        .single();
  }

  /**
   * What the audit trail knows of backups. A restored record does not hold that the backup it came
   * from was finished.
   */
  public DestructionCertificates.Backups backups() {
    return jdbc.sql(
            """
            select (select max(b.at) from audit_entry b
                where b.action = 'finish-backup' and b.seq > coalesce(r.seq, 0)) as last,
              r.at, (r.details::jsonb ->> 'backupOf')::timestamptz as backup_of
            from (select 1) one
            left join (select seq, at, details from audit_entry where action = 'restore'
              order by seq desc limit 1) r on true
            """)
        .query(
            (row, number) ->
                new DestructionCertificates.Backups(
                    moment(row.getTimestamp("last")),
                    moment(row.getTimestamp("at")),
                    moment(row.getTimestamp("backup_of"))))
        .single();
  }

  private static @Nullable Instant moment(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** Puts the certificate on record and destroys what is on the list. */
  public void destroy(Confirmed list, DestructionCertificates.Made certificate, By by) {
    new DestructionCertificates(jdbc).add(list, certificate, by);
    jdbc.sql(COUNTS).params(certificate.number(), array(ids(list))).update();
    jdbc.sql(MESSAGES).params(lines(list), Timestamp.from(by.at())).update();
    List<Long> all = selves(ids(list));
    jdbc.sql("select destroy_listed(?, ?)")
        .params(list.id(), Timestamp.from(by.at()))
        .query(Integer.class)
        .single();
    audit.forgetSalts(all);
    audit.append(
        by.account(),
        "incidents_destroyed",
        "certificate " + certificate.number(),
        AuditDetails.none()
            .and("incidents", list.items().size())
            .and("originals", certificate.originals())
            .and("list", list.identity())
            .and("certificate", certificate.number())
            .and("paper", certificate.sha256())
            .and("role", by.role()));
  }

  /** The numbers of what is on a list. */
  public static List<Long> ids(Confirmed list) {
    return list.items().stream().map(ListedIncident::id).toList();
  }

  /** How the lines of warnings begin that speak of what is on a list. */
  private static String lines(Confirmed list) {
    return JSON.writeValueAsString(
        list.items().stream().map(item -> "- " + item.reference() + ", ").toList());
  }

  static String array(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}

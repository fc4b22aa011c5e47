package org.breachledger.keeping.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.incident.Field;
import org.breachledger.incident.Printable;
import org.breachledger.incident.Redacted;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the words of persons out of an import on which nothing of the register rests: one that was
 * refused or undone, or whose rows were all sent back. Hash, row sums and numbers stay. Call within
 * a transaction that holds {@link org.breachledger.intake.store.IncidentRegister#waitForTurn}.
 */
public final class ImportRedaction {

  private static final int MOST_NAMED = 10;

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  /** Redaction in the record of the trust at work. */
  public ImportRedaction(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * What would lose its words: the import and every other of the same bytes.
   *
   * @param former the numbers of what they once put on the register and is there no more
   * @param originals files of the archive
   */
  public record Meant(List<Long> former, int originals) {

    /** Copies the list. */
    public Meant {
      former = List.copyOf(former);
    }
  }

  /**
   * What a redaction of an import would be about.
   *
   * @throws KeepingRefused where there is no such import, the register rests on it, or a legal hold
   *     stands on a school it spoke of
   */
  public Meant meant(long importId) {
    List<Long> same =
        jdbc.sql("select unnest(imports_of_the_same_bytes(array[?::bigint]))")
            .param(importId)
            .query(Long.class)
            .list();
    if (same.isEmpty()) {
      throw new KeepingRefused(
          "There is no import " + importId + "; \"export imports\" lists those there are.");
    }
    String imports = Destruction.array(same);
    refuseResting(importId, imports);
    List<Long> former =
        jdbc.sql("select unnest(formerly_of(?::bigint[]))").param(imports).query(Long.class).list();
    refuseHeld(former);
    int originals =
        jdbc.sql(
                """
                select count(distinct sha256) from import_file where original_gone_at is null
                  and import_id = any (?::bigint[] || imports_speaking_of(
                    with_earlier_selves(?::bigint[])))
                """)
            .params(imports, Destruction.array(former))
            .query(Integer.class)
            .single();
    return new Meant(former, originals);
  }

  /**
   * Redacts an import.
   *
   * @param why stays in the record, apart from everything papers are made of
   * @return how many originals go
   * @throws KeepingRefused as {@link #meant} does
   */
  public int redact(long importId, String why, By by) {
    Meant meant = meant(importId);
    List<Long> selves =
        jdbc.sql("select unnest(with_earlier_selves(?::bigint[]))")
            .param(Destruction.array(meant.former()))
            .query(Long.class)
            .list();
    keepReason(importId, meant.former(), why, by);
    int originals =
        jdbc.sql("select redact_import(?, ?::text[], ?)")
            .params(
                importId,
                Stream.concat(Redacted.texts().stream(), Stream.of(Field.REFERENCE.code()))
                    .collect(Collectors.joining(",", "{", "}")),
                Timestamp.from(by.at()))
            .query(Integer.class)
            .single();
    audit.append(
        by.account(),
        "redact-import",
        "import " + importId,
        AuditDetails.none().and("role", by.role()).and("incidents", meant.former().size()));
    if (!selves.isEmpty()) {
      audit.forgetSalts(selves);
      audit.append(
          by.account(),
          "forget-redacted",
          "redaction",
          AuditDetails.none().and("incidents", selves.size()));
    }
    return originals;
  }

  private void refuseResting(long importId, String imports) {
    List<String> resting =
        jdbc.sql(
                """
                select w.id, i.reference, s.name, s.confirmed, s.school_id
                from unnest(resting_on(?::bigint[])) w (id)
                left join incident i on i.incident_id = w.id
                left join school s using (trust_id, school_id)
                order by w.id
                """)
            .param(imports)
            .query(
                (row, number) ->
                    row.getString(3) == null
                        ? "a signal of an access log"
                        : Printable.reference(row.getString(2), row.getLong(1))
                            + ", "
                            + Printable.school(row.getString(3), row.getBoolean(4), row.getInt(5)))
            .list();
    if (!resting.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since import "
              + importId
              + " is evidence of what stands on the register: "
              + named(resting)
              + ". Redact these, and what the import says goes with them"
              + (undone(importId) ? "." : ", or undo the import first."));
    }
  }

  private boolean undone(long importId) {
    return jdbc.sql("select status = 'undone' from import_file where import_id = ?")
        .param(importId)
        .query(Boolean.class)
        .single();
  }

  private void refuseHeld(List<Long> former) {
    List<String> held =
        jdbc.sql(
                """
                select distinct s.name, s.confirmed, s.school_id
                from incident_history h
                join school s on s.school_id = (h.stood ->> 'school_id')::int
                join legal_hold l on l.school_id = s.school_id and l.incident_id is null
                where h.kind in ('removed', 'merged') and h.incident_id = any (?::bigint[])
                  and not exists (select from legal_hold_lifted f where f.hold_id = l.hold_id)
                order by s.school_id
                """)
            .param(Destruction.array(former))
            .query(
                (row, number) ->
                    Printable.school(row.getString(1), row.getBoolean(2), row.getInt(3)))
            .list();
    if (!held.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since the import spoke of a school that is under legal hold: "
              + named(held)
              + ". Lift the hold first, where it may be lifted.");
    }
  }

  private static String named(List<String> all) {
    return String.join("; ", all.subList(0, Math.min(all.size(), MOST_NAMED)))
        + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
  }

  private void keepReason(long importId, List<Long> former, String why, By by) {
    long id =
        jdbc.sql(
                "insert into redaction (import_id, by_role, redacted_at) values (?, ?, ?)"
                    + " returning redaction_id")
            .params(importId, by.role(), Timestamp.from(by.at()))
            .query(Long.class)
            .single();
    jdbc.sql("insert into redaction_reason (redaction_id, why) values (?, ?)")
        .params(id, why)
        .update();
    jdbc.sql(
            "insert into redaction (incident_id, import_id, by_role, redacted_at)"
                + " select unnest(?::bigint[]), ?, ?, ?")
        .params(Destruction.array(former), importId, by.role(), Timestamp.from(by.at()))
        .update();
  }
}

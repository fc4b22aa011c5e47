package org.breachledger.keeping.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  /** Redaction in the record of the trust at work. */
  public ImportRedaction(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * What would lose its words: the import with all others that tell of what it once put on the
   * register.
   *
   * @param former the numbers of what they put there and is there no more
   * @param beside the numbers of incidents of which undone versions go
   * @param originals files of the archive
   */
  public record Meant(List<Long> former, List<Long> beside, int originals) {

    /** Copies the lists. */
    public Meant {
      former = List.copyOf(former);
      beside = List.copyOf(beside);
    }

    /** The numbers of all incidents of which a version goes. */
    public List<Long> touched() {
      return Stream.concat(former.stream(), beside.stream()).toList();
    }
  }

  /**
   * What a redaction of an import would be about.
   *
   * @throws KeepingRefused where there is no such import, the register rests on it, or a legal hold
   *     stands on a school it spoke of
   */
  public Meant meant(long importId) {
    List<Long> told = numbers("select unnest(imports_told_with(?))", importId);
    if (told.isEmpty()) {
      throw new KeepingRefused(
          "There is no import " + importId + "; \"export imports\" lists those there are.");
    }
    String imports = Destruction.array(told);
    refuseResting(importId, imports);
    refuseHeld(imports);
    return new Meant(
        numbers("select unnest(formerly_of(?::bigint[]))", imports),
        numbers(
            "select distinct incident_id from undone_versions(?::bigint[]) order by 1", imports),
        jdbc.sql(
                "select count(distinct sha256) from import_file"
                    + " where original_gone_at is null and import_id = any (?::bigint[])")
            .param(imports)
            .query(Integer.class)
            .single());
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
    List<Long> touched =
        numbers(
            "select unnest(with_earlier_selves(?::bigint[]))", Destruction.array(meant.touched()));
    keepReason(importId, meant.former(), why, by);
    int originals =
        jdbc.sql("select redact_import(?, ?::text[], ?::bigint[], ?)")
            .params(
                importId,
                Destruction.array(Redacted.texts()),
                Destruction.array(wordy(meant.former())),
                Timestamp.from(by.at()))
            .query(Integer.class)
            .single();
    audit.append(
        by.account(),
        "redact-import",
        "import " + importId,
        AuditDetails.none().and("role", by.role()).and("incidents", meant.former().size()));
    if (!touched.isEmpty()) {
      Redaction.forget(audit, touched, touched.size(), by);
    }
    return originals;
  }

  /** Those that had a reference which is no plain one: it may name a person. */
  private List<Long> wordy(List<Long> former) {
    Set<Long> wordy = new TreeSet<>();
    jdbc.sql(
            "select incident_id, stood ->> 'reference' from incident_history"
                + " where incident_id = any (?::bigint[]) and stood ->> 'reference' is not null")
        .param(Destruction.array(former))
        .query(
            row -> {
              long id = row.getLong(1);
              String written = row.getString(2);
              if (!Printable.reference(written, id).equals(written)) {
                wordy.add(id);
              }
            });
    return List.copyOf(wordy);
  }

  private List<Long> numbers(String question, Object about) {
    return jdbc.sql(question).param(about).query(Long.class).list();
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
                    row.getString(3) == null ? "a signal of an access log" : Redaction.named(row))
            .list();
    if (!resting.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since import "
              + importId
              + ", or one that tells of the same, is evidence of what stands on the register: "
              + KeepingRefused.named(resting)
              + ". Redact these first, or undo the imports.");
    }
  }

  private void refuseHeld(String imports) {
    List<String> held = Redaction.heldSchools(jdbc, "held_with(?::bigint[])", imports);
    if (!held.isEmpty()) {
      throw new KeepingRefused(
          "Nothing is redacted, since the import spoke of a school that is under legal hold, or has"
              + " an incident that is: "
              + KeepingRefused.named(held)
              + ". Lift the hold first, where it may be lifted.");
    }
  }

  private void keepReason(long importId, List<Long> former, String why, By by) {
    Redaction.keepReason(jdbc, null, importId, why, by);
    jdbc.sql(
            "insert into redaction (incident_id, import_id, by_role, redacted_at)"
                + " select unnest(?::bigint[]), ?, ?, ?")
        .params(Destruction.array(former), importId, by.role(), Timestamp.from(by.at()))
        .update();
  }
}

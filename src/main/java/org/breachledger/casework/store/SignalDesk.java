package org.breachledger.casework.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.ImportRecords.Arrival;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;
import org.breachledger.intake.store.RowSum;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a person judges signals: one becomes an incident of the register, or it is dismissed with a
 * reason. Call each within a transaction.
 *
 * <p>A promotion is an entry of its own among the imports, with the log as its file, and can be
 * undone as such: the incident goes away and the signal is open again.
 */
public final class SignalDesk {

  /** The original of a promotion is that of the log the signal was found in. */
  private static final String GONE_AS_WELL =
      """
      update import_file p set original_gone_at = f.original_gone_at
      from import_file f
      where f.import_id = ? and p.import_id = ? and f.original_gone_at is not null
      """;

  private final JdbcClient jdbc;
  private final Signals signals;
  private final IncidentRegister register;
  private final ImportRecords records;
  private final AuditTrail audit;
  private final UnaryOperator<String> typeTitle;
  private final String policy;

  /**
   * A desk over the register of the trust at work.
   *
   * @param typeTitle the title of a breach type's code
   * @param policy name and version of the policy at work
   */
  public SignalDesk(
      JdbcClient jdbc,
      IncidentRegister register,
      AuditTrail audit,
      UnaryOperator<String> typeTitle,
      String policy) {
    this.jdbc = jdbc;
    this.signals = new Signals(jdbc);
    this.register = register;
    this.records = new ImportRecords(jdbc);
    this.audit = audit;
    this.typeTitle = typeTitle;
    this.policy = policy;
  }

  /** A signal that cannot be judged, with a sentence for the person who asked. */
  public static final class NotToBeJudged extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean missing;

    NotToBeJudged(String sentence, boolean missing) {
      super(sentence);
      this.missing = missing;
    }

    /** Whether there is no such signal; otherwise somebody decided on it already. */
    public boolean missing() {
      return missing;
    }
  }

  /**
   * What a promotion made.
   *
   * @param reference the incident's reference
   * @param importId the entry among the imports that can be undone
   */
  public record Promoted(long incidentId, String reference, long importId) {}

  /** The log a signal was found in. */
  private record Source(String fileName, String sha256, long bytes, String sheet) {}

  /**
   * Makes a signal an incident: it occurred when the signal began and was identified when it was
   * promoted. What it is of is typed, scored and timed like any other.
   *
   * @param by who judged it
   * @param why in the words of that person; kept with the signal only
   * @param school whose it is, where the log did not say; null where it did
   * @param at when
   * @param today the London day of the as-of
   * @throws NotToBeJudged where there is no such signal or somebody decided on it already
   */
  public Promoted promote(
      long id, String by, String why, @Nullable String school, Instant at, LocalDate today) {
    return promote(id, by, why, school, null, at, today);
  }

  /**
   * The same, put forward as a type the person chose.
   *
   * @param type the code of a breach type; null for the one its rule names
   */
  public Promoted promote(
      long id,
      String by,
      String why,
      @Nullable String school,
      @Nullable String type,
      Instant at,
      LocalDate today) {
    register.waitForTurn();
    StoredSignal signal = open(id);
    Source source = source(signal);
    long importId =
        records.open(
            new Arrival(
                source.fileName(), source.sha256(), source.bytes(), "signal " + id, at, policy),
            at);
    String reference = "signal-" + id;
    IncomingRow row = row(signal, reference, school, type, at);
    Map<Integer, RowSum> sums = register.take(importId, at, today, sink -> sink.accept(row));
    records.finish(importId, finished(signal, source, sums), at);
    jdbc.sql(GONE_AS_WELL).params(signal.importId(), importId).update();
    long incident = incident(importId);
    signals.decide(id, "promoted", by, at, why, importId, incident);
    audit.append(
        by,
        "promote",
        "signal " + id,
        AuditDetails.none().and("rule", signal.rule()).and("incident", incident));
    return new Promoted(incident, reference, importId);
  }

  /**
   * Dismisses a signal.
   *
   * @param why in the words of that person; kept with the signal only
   * @throws NotToBeJudged where there is no such signal or somebody decided on it already
   */
  public void dismiss(long id, String by, String why, Instant at) {
    StoredSignal signal = open(id);
    signals.decide(id, "dismissed", by, at, why, null, null);
    audit.append(by, "dismiss", "signal " + id, AuditDetails.none().and("rule", signal.rule()));
  }

  /**
   * Shows a signal with the account it is about to a person who judges it; that it was shown is on
   * record.
   *
   * @throws NotToBeJudged where there is no such signal
   */
  public StoredSignal show(long id, String to) {
    StoredSignal signal = signals.find(id).orElseThrow(() -> missing(id));
    audit.append(to, "show", "signal " + id, AuditDetails.none());
    return signal;
  }

  private StoredSignal open(long id) {
    StoredSignal signal = signals.hold(id).orElseThrow(() -> missing(id));
    if (!signal.open()) {
      throw new NotToBeJudged(
          "signal " + id + " was " + signal.state() + " already; a decision is made once", false);
    }
    return signal;
  }

  private static NotToBeJudged missing(long id) {
    return new NotToBeJudged("there is no signal " + id + "; list them with: signals --all", true);
  }

  private Source source(StoredSignal signal) {
    return jdbc.sql(
            """
            select f.file_name, f.sha256, f.byte_count, coalesce((select e ->> 'sheet'
              from jsonb_array_elements(f.sheets) e where (e ->> 'position')::int = ? limit 1), '')
              as sheet
            from import_file f where f.import_id = ?
            """)
        .params(signal.first().sheet(), signal.importId())
        .query(
            (row, number) ->
                new Source(
                    row.getString("file_name"),
                    row.getString("sha256"),
                    row.getLong("byte_count"),
                    row.getString("sheet")))
        .single();
  }

  private IncomingRow row(
      StoredSignal signal,
      String reference,
      @Nullable String school,
      @Nullable String type,
      Instant at) {
    String whose = school == null ? signal.school() : school;
    Facts facts =
        Facts.none()
            .with(Field.REFERENCE, new Text(reference))
            .with(Field.STATUS, new Code("potential"))
            .with(Field.OCCURRED, new Moment.At(signal.from()))
            .with(Field.IDENTIFIED, new Moment.At(at))
            .with(Field.REGISTERED, new Moment.At(at))
            .with(
                Field.REPORTED_TYPE,
                new Text(typeTitle.apply(type == null ? signal.breachType() : type)))
            .with(Field.DESCRIPTION, new Text(signal.title() + ": " + signal.evidence()));
    Facts complete = whose.isEmpty() ? facts : facts.with(Field.SCHOOL, new Text(whose));
    return new IncomingRow(
        signal.first().sheet(),
        signal.first().row(),
        IncomingRow.Read.TAKEN,
        complete,
        complete.values().keySet(),
        PromotionGaps.of(complete),
        Map.of());
  }

  private static Finished finished(StoredSignal signal, Source source, Map<Integer, RowSum> sums) {
    return new Finished(
        null,
        source.sheet(),
        null,
        sums.values().stream().reduce(RowSum.NOTHING, RowSum::plus),
        Map.of(),
        List.of(),
        List.of(Map.of("position", signal.first().sheet(), "sheet", source.sheet())),
        List.of("Signal " + signal.id() + " of import " + signal.importId() + ", promoted."),
        null);
  }

  private long incident(long importId) {
    return jdbc.sql("select incident_id from incident where import_id = ?")
        .param(importId)
        .query(Long.class)
        .single();
  }
}

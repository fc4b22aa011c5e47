package org.breachledger.web;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.StoredCase;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Sha256;
import org.breachledger.pipeline.forms.FormA;
import org.breachledger.pipeline.forms.FormADesk;
import org.breachledger.pipeline.forms.FormADesk.Recorded;
import org.breachledger.pipeline.forms.FormADesk.Sending;
import org.breachledger.pipeline.jobs.Assessment;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where Form A is sent: a new incident of a school, or more about an open one. */
final class ReportDesk {

  private final FormADesk forms;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final IncidentFile incidents;
  private final CaseRules rules;
  private final Assessment assessment;
  private final Clock clock;

  ReportDesk(
      FormADesk forms,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      IncidentFile incidents,
      CaseRules rules,
      Assessment assessment,
      Clock clock) {
    this.forms = forms;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.incidents = incidents;
    this.rules = rules;
    this.assessment = assessment;
    this.clock = clock;
  }

  /** An incident that may be the one that is reported. */
  record Alike(long id, String reference) {}

  /** The school has incidents on record that may be this one; nothing was stored. */
  static final class OnRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean certain;
    private final transient List<Alike> alike;

    OnRecord(boolean certain, List<Alike> alike) {
      this.certain = certain;
      this.alike = alike;
    }

    /** Whether it has the reference that was typed; otherwise only the day is the same. */
    boolean certain() {
      return certain;
    }

    List<Alike> alike() {
      return alike;
    }
  }

  /**
   * An open incident as the form shows it.
   *
   * @param entries what stands in the form
   */
  record Open(
      String reference,
      int schoolId,
      String school,
      String version,
      Map<String, String> entries,
      Facts facts) {}

  /** A word for a form that is opened. */
  String token() {
    return forms.token();
  }

  AsOf now() {
    return AsOf.from(clock);
  }

  /** The incident of that number; empty where it is closed or has no reference to know it by. */
  Optional<Open> find(long id) {
    return Optional.ofNullable(transactions.execute(status -> open(id))).orElseThrow();
  }

  private Optional<Open> open(long id) {
    StoredCase stored = new CaseRecords(jdbc, rules.profile()).find(id).orElseThrow(NotThere::new);
    CaseFile file = stored.file();
    boolean known =
        jdbc.sql("select reference is not null from incident where incident_id = ?")
            .param(id)
            .query(Boolean.class)
            .single();
    return known && CaseState.closed(file.facts()).isEmpty()
        ? Optional.of(
            new Open(
                file.reference(),
                stored.schoolId(),
                file.school(),
                incidents.version(id),
                ReportForm.filled(file.facts()),
                file.facts()))
        : Optional.empty();
  }

  /**
   * Records a new incident of a school.
   *
   * @param another whether the person says that it is none of those of the same day
   */
  Recorded report(
      SignedIn me,
      Typed typed,
      SchoolQueries.Known school,
      Map<Field, String> cells,
      boolean another)
      throws SQLException, JobExecutionException {
    String token = token(typed);
    String reference =
        typed
            .find("reference")
            .orElseGet(() -> "FA-" + token.substring(0, 6).toUpperCase(Locale.ROOT));
    Map<Field, String> all = new EnumMap<>(cells);
    for (Field essential :
        List.of(Field.OCCURRED, Field.REPORTED_TYPE, Field.DESCRIPTION, Field.INDIVIDUALS)) {
      all.putIfAbsent(essential, "");
    }
    FormA form =
        new FormA(reference, school.name(), all, EnumSet.of(Field.REPORTED, Field.FORM_A_RECEIVED));
    return send(
        new Sending(token, mark(typed), me.getUsername(), school.id(), null),
        () -> {
          refuseKnown(school.id(), reference, another ? null : day(cells));
          return form;
        });
  }

  private static @Nullable String day(Map<Field, String> cells) {
    String occurred = cells.getOrDefault(Field.OCCURRED, "");
    return occurred.isEmpty() ? null : occurred.substring(0, 10);
  }

  private void refuseKnown(int school, String reference, @Nullable String day) {
    List<Alike> same = alike(school, "g.reference_folded = lower(?::text)", reference);
    if (!same.isEmpty()) {
      throw new OnRecord(true, same);
    }
    List<Alike> alike =
        day == null ? List.of() : alike(school, "g.day = ?::date and i.day_from = 'occurred'", day);
    if (!alike.isEmpty()) {
      throw new OnRecord(false, alike);
    }
  }

  private List<Alike> alike(int school, String condition, String value) {
    return jdbc.sql(
            "select incident_id as id, coalesce(g.reference, 'incident ' || incident_id) as reference"
                + " from incident_glance g join incident i using (trust_id, incident_id)"
                + " where g.trust_id = current_trust() and g.school_id = ? and "
                + condition
                + " order by incident_id limit 10")
        .params(school, value)
        .query(Alike.class)
        .list();
  }

  /** Records more about an open incident, where it is still what the person saw. */
  Recorded complete(SignedIn me, long id, int school, Typed typed, boolean headSigns)
      throws SQLException, JobExecutionException {
    return send(
        new Sending(token(typed), mark(typed), me.getUsername(), school, id),
        () -> {
          Open open = open(id).orElseThrow(IncidentDesk.Stale::new);
          if (!typed.find("version").equals(Optional.of(open.version()))) {
            throw new IncidentDesk.Stale();
          }
          Map<Field, String> cells =
              ReportForm.read(typed, open.entries(), headSigns, false, now()).cells();
          return more(open, cells);
        });
  }

  /** What stays on record goes along, so that the row is known again and its day does not move. */
  private static FormA more(Open open, Map<Field, String> cells) {
    Map<Field, String> all = new EnumMap<>(cells);
    for (Field field : List.of(Field.OCCURRED, Field.IDENTIFIED, Field.REPORTED)) {
      open.facts()
          .findMoment(field)
          .flatMap(ReportForm::cell)
          .ifPresent(written -> all.putIfAbsent(field, written));
    }
    open.facts()
        .findText(Field.REPORTED_TYPE)
        .ifPresent(written -> all.putIfAbsent(Field.REPORTED_TYPE, written));
    Set<Field> now =
        open.facts().find(Field.FORM_A_RECEIVED).filter(Moment.class::isInstance).isPresent()
            ? Set.of()
            : Set.of(Field.FORM_A_RECEIVED);
    return new FormA(open.reference(), open.school(), all, now);
  }

  private Recorded send(Sending sending, java.util.function.Supplier<FormA> form)
      throws SQLException, JobExecutionException {
    AsOf asOf = now();
    Recorded recorded = forms.take(sending, form, asOf);
    // Of one recorded before, too: whoever sends it again may have been cut off on the way.
    assessment.ofChanged(asOf);
    return recorded;
  }

  /** The form's own; another where somebody changed it. */
  private String token(Typed typed) {
    return typed.find("form").filter(FormADesk::isToken).orElseGet(forms::token);
  }

  /** The same for the same entries only. */
  private static String mark(Typed typed) {
    TreeMap<String, String> entries = new TreeMap<>(typed.fields());
    entries.keySet().removeAll(Set.of("_csrf", "form", "version", "another"));
    entries.values().removeIf(String::isBlank);
    return FormADesk.mark(
        Sha256.fresh().digest(entries.toString().getBytes(StandardCharsets.UTF_8)));
  }
}

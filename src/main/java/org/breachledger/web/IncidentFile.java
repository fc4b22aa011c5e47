package org.breachledger.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.breachledger.access.Right;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Decision;
import org.breachledger.casework.DecisionWord;
import org.breachledger.casework.RegisterLine;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.ScoreCorrection;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.ReviewQueue;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.Value;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.intake.store.StoredNotices;
import org.breachledger.severity.SecondOpinion;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityReason;
import org.breachledger.severity.SeverityRules;
import org.breachledger.web.IncidentView.Action;
import org.breachledger.web.IncidentView.Change;
import org.breachledger.web.IncidentView.Clock;
import org.breachledger.web.IncidentView.Decided;
import org.breachledger.web.IncidentView.Fact;
import org.breachledger.web.IncidentView.Head;
import org.breachledger.web.IncidentView.Missing;
import org.breachledger.web.IncidentView.Review;
import org.breachledger.web.IncidentView.Said;
import org.breachledger.web.IncidentView.Score;
import org.breachledger.web.IncidentView.Source;
import org.breachledger.web.IncidentView.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the page of one incident together out of the register and the rules. */
final class IncidentFile {

  /** Texts that say which incident it is; all others are somebody's own words. */
  private static final Set<Field> NAMING =
      EnumSet.of(Field.SCHOOL, Field.SCHOOL_URN, Field.REFERENCE, Field.REPORTED_TYPE);

  private static final String ROW =
      """
      select i.*, s.name as school_name,
        (select e ->> 'sheet' from jsonb_array_elements(f.sheets) e
          where (e ->> 'position')::int = i.sheet limit 1) as sheet_name,
        (select coalesce(r.reference, 'incident ' || r.incident_id) from incident r
          where r.incident_id = i.repeat_of) as repeated,
        case when f.profile = 'form-a' then f.warnings ->> 0 end as form_note,
        f.mapping::text as mapping,
        %s as version
      from incident i
      join school s on s.school_id = i.school_id
      join import_file f on f.import_id = i.import_id
      where i.incident_id = ?
      """;

  /** All that people and sheets say of an incident, as one short word. */
  private static final String VERSION =
      """
      md5(concat_ws('|', i.import_id, i.sheet, i.row, i.facts, i.recorded_facts, i.breach_type,
        i.sub_type,
        (select max(decision_id) from case_decision d where d.incident_id = i.incident_id),
        (select max(confirmation_id) from type_confirmation t
          where t.incident_id = i.incident_id),
        (select count(*) || ' ' || count(n.action_id) from case_action a
          left join case_action_done n using (trust_id, action_id)
          where a.incident_id = i.incident_id)))
      """;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final CaseRules rules;
  private final SeverityRules severity;
  private final IncidentQueries queries;

  IncidentFile(
      JdbcClient jdbc,
      Reading reading,
      CaseRules rules,
      SeverityRules severity,
      IncidentQueries queries) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.rules = rules;
    this.severity = severity;
    this.queries = queries;
  }

  /** The version of an incident; call within a transaction. */
  String version(long id) {
    return jdbc.sql("select " + VERSION + " from incident i where i.incident_id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElseThrow(NotThere::new);
  }

  /** The incident of that number as this account may see it; empty where it sees none. */
  Optional<IncidentView> find(SignedIn me, long id, AsOf asOf) {
    return queries.sees(me, id)
        ? Optional.of(reading.read(() -> view(id, me.may(Right.INCIDENT_TEXT), me, asOf)))
        : Optional.empty();
  }

  private IncidentView view(long id, boolean text, SignedIn me, AsOf asOf) {
    CaseFile file = new CaseRecords(jdbc, rules.profile()).find(id).orElseThrow().file();
    return jdbc.sql(ROW.formatted(VERSION))
        .param(id)
        .query((row, number) -> view(row, file, text, me, asOf))
        .single();
  }

  private IncidentView view(ResultSet row, CaseFile file, boolean text, SignedIn me, AsOf asOf)
      throws SQLException {
    List<DutyVerdict> duties =
        rules.deadlines().judge(DeadlineFacts.from(file.facts(), file.computedLevel()), asOf);
    return new IncidentView(
        file.id(),
        row.getString("version"),
        head(row, file),
        facts(file.facts(), text),
        (int) file.facts().values().keySet().stream().filter(IncidentFile::written).count(),
        new Why(
            orEmpty(row.getString("type_confidence")),
            text ? orEmpty(row.getString("type_evidence")) : ""),
        score(row, file),
        clocks(duties, false),
        clocks(duties, true),
        rules.register(file, asOf).stream().map(this::decided).toList(),
        rules.closing(file, asOf).missing().stream()
            .map(check -> new Missing(check.title(), check.missing(), check.source()))
            .toList(),
        actions(file, text, text || me.may(Right.ACTION_STEPS), asOf),
        new ReviewQueue(jdbc, rules).find(file.id(), asOf).map(IncidentFile::review),
        history(file, row.getString("facts"), text),
        said(file.id(), text),
        new Source(
            row.getLong("import_id"),
            orEmpty(row.getString("sheet_name")),
            row.getInt("row"),
            row.getLong("first_import_id"),
            orEmpty(row.getString("form_note"))),
        gaps(row, text));
  }

  private static List<String> gaps(ResultSet row, boolean text) throws SQLException {
    GapWords words = GapWords.of(orEmpty(row.getString("mapping")), text);
    return StoredNotices.read(row.getString("gaps")).stream().map(words::said).toList();
  }

  private Head head(ResultSet row, CaseFile file) throws SQLException {
    return new Head(
        file.reference(),
        file.school(),
        queries.title(row.getString("breach_type")),
        orEmpty(row.getString("breach_type")),
        orEmpty(row.getString("sub_type")),
        orEmpty(row.getString("score")),
        DeadlineFacts.levelInForce(file.facts(), file.computedLevel())
            .map(String::valueOf)
            .orElse(""),
        CaseState.closed(file.facts()).isPresent() ? "closed" : "open",
        row.getString("counted_as"),
        row.getBoolean("needs_review"));
  }

  private static boolean written(Field field) {
    return field.kind() == FieldKind.TEXT && !NAMING.contains(field);
  }

  private static List<Fact> facts(Facts facts, boolean text) {
    List<Fact> shown = new ArrayList<>();
    facts
        .values()
        .forEach(
            (field, value) -> {
              if (field != Field.REPORTER && field != Field.SCHOOL && (text || !written(field))) {
                shown.add(
                    new Fact(FieldWords.title(field), FieldWords.words(value), written(field)));
              }
            });
    return shown;
  }

  private Score score(ResultSet row, CaseFile file) throws SQLException {
    Optional<String> repeated = Optional.ofNullable(row.getString("repeated"));
    Severity scored = severity.score(file.facts(), file.breachType().orElse(null), repeated);
    List<String> notes = new ArrayList<>();
    scored.upperBound().ifPresent(notes::add);
    notes.addAll(scored.gaps());
    notes.addAll(scored.disagreements());
    scored.secondOpinion().map(SecondOpinion::words).ifPresent(notes::add);
    return new Score(
        scored.arithmetic().orElse(""),
        file.facts()
            .findIndividuals()
            .map(people -> people.written().replace("..", "-"))
            .orElse(""),
        scored.reasons().stream().map(SeverityReason::words).toList(),
        severity.factors().list().stream()
            .map(
                factor ->
                    new IncidentView.Factor(
                        factor.code(),
                        factor.words(),
                        factor.signed(),
                        scored.factorCodes().contains(factor.code())))
            .toList(),
        notes,
        repeated.orElse(""),
        row.getLong("repeat_of"));
  }

  private static List<Clock> clocks(List<DutyVerdict> duties, boolean idle) {
    return duties.stream()
        .filter(duty -> (duty.verdict() == Verdict.NOT_REQUIRED) == idle)
        .sorted(Comparator.comparing(duty -> duty.due().orElse(Instant.MAX)))
        .map(IncidentFile::clock)
        .toList();
  }

  private static Clock clock(DutyVerdict duty) {
    return new Clock(
        duty.duty().title(),
        duty.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        colour(duty.verdict()),
        duty.start().map(Shown::moment).orElse(""),
        duty.due().map(Shown::moment).orElse(""),
        duty.done().map(Shown::moment).orElse(""),
        duty.noteText(),
        duty.duty().source());
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case MET -> "green";
      case LATE, OVERDUE -> "red";
      case RUNNING -> "";
      case NOT_REQUIRED, CANNOT_TELL -> "grey";
    };
  }

  private Decided decided(RegisterLine line) {
    List<String> gaps = new ArrayList<>();
    if (line.reason() == RegisterLine.Given.MISSING) {
      gaps.add("the reason is missing");
    }
    if (line.delay() == RegisterLine.Given.MISSING) {
      gaps.add("the reason for the delay is missing");
    }
    return new Decided(
        line.title(),
        line.outcome(),
        line.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        line.by().orElse(""),
        line.when().map(Shown::moment).orElse(""),
        String.join("; ", gaps),
        line.source());
  }

  /** What a sheet wrote of its actions is free text like the rest of it; recorded steps are not. */
  private List<Action> actions(CaseFile file, boolean text, boolean steps, AsOf asOf) {
    Map<Long, String> words = new HashMap<>();
    jdbc.sql("select action_id, what from case_action where incident_id = ?")
        .param(file.id())
        .query(
            row -> {
              words.put(row.getLong(1), row.getString(2));
            });
    return file.actions().stream()
        .map(
            action ->
                new Action(
                    action.id().orElse(0L),
                    action.kind().code(),
                    (action.id().isPresent() ? steps : text) ? what(action, words, file) : "",
                    action.owner().map(this::who).orElse(""),
                    action.due().map(Shown::day).orElse(""),
                    action.done().map(Shown::moment).orElse(""),
                    action.state(asOf).name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Review review(ReviewItem item) {
    int times = item.recurrences().size();
    String again =
        !item.untold().isEmpty()
            ? "Nobody can tell whether its type occurred again at this school: " + item.untold()
            : times == 0
                ? "Its type has not occurred again at this school since"
                : "Its type occurred "
                    + (times == 1 ? "once more" : times + " times more")
                    + " at this school since ("
                    + String.join(", ", item.recurrences())
                    + ")";
    String open =
        item.actionsOpen() == 0
            ? "no action is open."
            : item.actionsOpen()
                + (item.actionsOpen() == 1 ? " action is open." : " actions are open.");
    return new Review(
        item.review().state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        switch (item.review().state()) {
          case SIGNED_OFF -> "green";
          case OVERDUE -> "red";
          case DUE -> "";
          case LATER, CANNOT_TELL -> "grey";
        },
        item.review().duty().due().map(Shown::moment).orElse(""),
        item.review().waiting(),
        again + "; " + open);
  }

  private static String what(CaseAction action, Map<Long, String> words, CaseFile file) {
    return action
        .id()
        .map(id -> words.getOrDefault(id, ""))
        .orElseGet(() -> file.facts().findText(Field.ACTIONS).orElse(""));
  }

  private String who(ByWhom by) {
    return by.words(rules.profile());
  }

  /** What each later row changed, the newest first. */
  private List<Change> history(CaseFile file, String now, boolean text) {
    record Old(Facts facts, String at, String kind, long by) {}
    List<Old> before =
        jdbc.sql(
                """
                select facts::text as facts, replaced_at, kind, replaced_by_import
                from incident_history where incident_id = ? order by history_id desc
                """)
            .param(file.id())
            .query(
                (row, number) ->
                    new Old(
                        FactsJson.read(row.getString(1)),
                        Shown.moment(row.getTimestamp(2)),
                        row.getString(3),
                        row.getLong(4)))
            .list();
    List<Change> changes = new ArrayList<>();
    Facts after = FactsJson.read(now);
    for (Old old : before) {
      changes.add(
          new Change(
              old.at(),
              (old.kind().equals("merged") ? "merged with the same incident, import " : "import ")
                  + old.by(),
              differences(old.facts(), after, text)));
      after = old.facts();
    }
    return changes;
  }

  private static List<String> differences(Facts before, Facts after, boolean text) {
    List<String> lines = new ArrayList<>();
    for (Field field : Field.values()) {
      Optional<Value> old = before.find(field);
      Optional<Value> young = after.find(field);
      if (!Objects.equals(old, young) && field != Field.REPORTER) {
        String title = FieldWords.title(field) + ": ";
        lines.add(
            written(field) && !text
                ? title + "the text changed"
                : title + shown(old) + " became " + shown(young));
      }
    }
    return lines;
  }

  private static String shown(Optional<Value> value) {
    return value.map(FieldWords::words).map(words -> "“" + words + "”").orElse("not known");
  }

  /** What people recorded, the newest first: decisions, types, and the words they gave for them. */
  private List<Said> said(long id, boolean text) {
    record Dated(Timestamp at, Said said) {}
    List<Dated> all = new ArrayList<>();
    jdbc.sql(
            """
            select d.*, c.lesson, s.facts::text as facts from case_decision d
            left join case_closure c using (trust_id, decision_id)
            left join case_score s using (trust_id, decision_id) where d.incident_id = ?
            """)
        .param(id)
        .query(
            row -> {
              all.add(new Dated(row.getTimestamp("recorded_at"), decision(row, text)));
            });
    jdbc.sql("select * from type_confirmation where incident_id = ?")
        .param(id)
        .query(
            row -> {
              all.add(new Dated(row.getTimestamp("confirmed_at"), type(row, text)));
            });
    return all.stream()
        .sorted(Comparator.comparing(Dated::at).reversed())
        .map(Dated::said)
        .toList();
  }

  private Said decision(ResultSet row, boolean text) throws SQLException {
    String subject = row.getString("subject");
    String outcome = row.getString("outcome");
    Optional<DecisionWord> word = rules.words().find(subject, outcome);
    List<String> words = new ArrayList<>();
    String scored = row.getString("facts");
    add(words, "", scored == null ? null : ScoreCorrection.words(FactsJson.read(scored)) + ".");
    if (text) {
      add(words, "Reason: ", row.getString("why"));
      add(words, "Reason for the delay: ", row.getString("delay"));
      add(words, "Lesson: ", row.getString("lesson"));
    }
    String by =
        Optional.ofNullable(row.getString("by_role"))
            .map(role -> rules.profile().findTitle(role).orElse(role))
            .orElse(ByWhom.PERSON);
    return new Said(
        Shown.moment(row.getTimestamp("recorded_at")),
        word.map(one -> one.title() + ": " + one.words())
            .orElse(subject.replace('-', ' ') + ": " + spoken(outcome)),
        by,
        String.join(" ", words));
  }

  private static String spoken(String outcome) {
    return outcome.equals(Decision.NOT_NEEDED) ? "not needed" : outcome;
  }

  private Said type(ResultSet row, boolean text) throws SQLException {
    String type = row.getString("breach_type");
    List<String> words = new ArrayList<>();
    if (text) {
      add(words, "Reason: ", row.getString("reason"));
    }
    return new Said(
        Shown.moment(row.getTimestamp("confirmed_at")),
        type == null
            ? "Type: the rules decide again"
            : (row.getBoolean("correction") ? "Type corrected: " : "Type confirmed: ")
                + queries.title(type),
        "account " + row.getString("confirmed_by"),
        String.join(" ", words));
  }

  private static void add(List<String> words, String title, @Nullable String said) {
    if (said != null && !said.isBlank()) {
      words.add(title + said);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

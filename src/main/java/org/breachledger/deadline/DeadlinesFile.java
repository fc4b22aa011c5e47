package org.breachledger.deadline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;

/**
 * Judges the rows of a file that gives the moments of incidents.
 *
 * <p>Any column may be absent. A cell nobody can read is a note on the duties that use it.
 */
public final class DeadlinesFile {

  /** The columns read; an absent one is an empty one. */
  public static final List<String> COLUMNS =
      List.of(
          "occurred",
          "identified",
          "aware",
          "registered",
          "preliminary_investigation",
          "form_a_received",
          "ico_decided",
          "ico_notified",
          "closed",
          "re_evaluated",
          "not_told_documented",
          "category_level",
          "ico_decision");

  private static final Map<String, Field> MOMENTS =
      Map.ofEntries(
          Map.entry("occurred", Field.OCCURRED),
          Map.entry("identified", Field.IDENTIFIED),
          Map.entry("aware", Field.AWARE),
          Map.entry("registered", Field.REGISTERED),
          Map.entry("preliminary_investigation", Field.PRELIMINARY_INVESTIGATION),
          Map.entry("form_a_received", Field.FORM_A_RECEIVED),
          Map.entry("ico_decided", Field.ICO_DECIDED),
          Map.entry("ico_notified", Field.ICO_NOTIFIED),
          Map.entry("closed", Field.CLOSED),
          Map.entry("re_evaluated", Field.RE_EVALUATED),
          Map.entry("not_told_documented", Field.NOT_TOLD_DOCUMENTED));

  private final DeadlineRules rules;
  private final AsOf asOf;

  /** Judges by the rules of a profile, as seen from an as-of. */
  public DeadlinesFile(DeadlineRules rules, AsOf asOf) {
    this.rules = rules;
    this.asOf = asOf;
  }

  /** The headings of the cells {@link #added} gives: due, verdict, hours and note of each duty. */
  public List<String> headings() {
    return rules.timed().stream()
        .flatMap(
            duty ->
                List.of("_due", "_verdict", "_hours", "_note").stream()
                    .map(ending -> duty.code() + ending))
        .toList();
  }

  /**
   * The added cells of one row.
   *
   * @param cells gives the text in a column, empty where there is none
   */
  public List<String> added(UnaryOperator<String> cells) {
    List<String> added = new ArrayList<>();
    for (DutyVerdict verdict : rules.judge(facts(cells), asOf)) {
      added.add(verdict.dueText());
      added.add(verdict.verdict().name());
      added.add(verdict.hoursText());
      added.add(verdict.noteText());
    }
    return added;
  }

  private static DeadlineFacts facts(UnaryOperator<String> cells) {
    Map<Field, Moment> moments = new EnumMap<>(Field.class);
    Map<Field, String> unreadable = new EnumMap<>(Field.class);
    MOMENTS.forEach(
        (column, field) -> {
          String text = cells.apply(column);
          if (!text.isBlank()) {
            IsoMoment read = IsoMoment.parse(text);
            if (read instanceof IsoMoment.Read known) {
              moments.put(field, known.moment());
            } else if (read instanceof IsoMoment.Problem problem) {
              unreadable.put(field, problem.why());
            }
          }
        });
    return new DeadlineFacts(
        moments,
        unreadable,
        level(cells.apply("category_level"), unreadable),
        decision(cells.apply("ico_decision"), unreadable),
        false,
        CountedAs.INCIDENT,
        false,
        Map.of());
  }

  private static Optional<Integer> level(String written, Map<Field, String> unreadable) {
    String text = written.strip().replaceFirst("\\.0+$", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (Set.of("0", "1", "2").contains(text)) {
      return Optional.of(Integer.parseInt(text));
    }
    unreadable.put(Field.DECIDED_LEVEL, "category_level: write 0, 1, 2 or nothing");
    return Optional.empty();
  }

  private static Optional<String> decision(String written, Map<Field, String> unreadable) {
    String text = written.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.equals(DeadlineFacts.NOTIFY) || text.equals(DeadlineFacts.NOT_NOTIFY)) {
      return Optional.of(text);
    }
    unreadable.put(Field.ICO_DECISION, "write notify, not-notify or nothing");
    return Optional.empty();
  }
}

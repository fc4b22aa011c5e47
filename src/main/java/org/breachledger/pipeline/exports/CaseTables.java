package org.breachledger.pipeline.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closing;
import org.breachledger.casework.RegisterLine;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.SignOff;
import org.breachledger.casework.store.CaseActions;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.ReviewQueue;
import org.breachledger.casework.store.StoredAction;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of casework: decisions and referrals, closing checks, reviews and actions. Reasons,
 * notes and persons' names stay in the record. Call within a transaction.
 */
public final class CaseTables {

  /** The columns of the table of decisions. */
  public static final List<String> DECISIONS =
      List.of(
          "reference",
          "school",
          "subject",
          "title",
          "state",
          "outcome",
          "recorded_in",
          "by",
          "when",
          "reason",
          "delay_reason",
          "source");

  /** The columns of the table of closing checks. */
  public static final List<String> CLOSING =
      List.of(
          "reference", "school", "closed", "flagged", "check", "title", "met", "missing", "source");

  /** The columns of the table of reviews. */
  public static final List<String> REVIEWS =
      List.of(
          "reference",
          "school",
          "breach_type",
          "registered",
          "due",
          "state",
          "verdict",
          "note",
          "type_verdict",
          "anchor",
          "recurrences",
          "recurred_as",
          "actions_open",
          "actions_overdue",
          "signed_off",
          "signed_by");

  /** The columns of the table of actions. */
  public static final List<String> ACTIONS =
      List.of(
          "action_id",
          "reference",
          "school",
          "kind",
          "owner",
          "due",
          "done",
          "state",
          "recorded_in");

  private final JdbcClient jdbc;
  private final CaseRules rules;

  /** The tables by the rules of the policy at work. */
  public CaseTables(JdbcClient jdbc, CaseRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /** Each decision or referral of each case, and each that is missing. */
  void decisions(AsOf asOf, Consumer<List<@Nullable Object>> out) {
    new CaseRecords(jdbc, rules.profile()).each(one -> decisions(one.file(), asOf).forEach(out));
  }

  /** The decisions and referrals of one case. */
  public List<List<@Nullable Object>> decisions(CaseFile file, AsOf asOf) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rules.register(file, asOf).forEach(line -> rows.add(decision(file, line)));
    return rows;
  }

  /** Each check that applies to each case. */
  public void closing(AsOf asOf, Consumer<List<@Nullable Object>> out) {
    new CaseRecords(jdbc, rules.profile()).each(one -> closing(one.file(), asOf).forEach(out));
  }

  /** The checks that apply to one case. */
  public List<List<@Nullable Object>> closing(CaseFile file, AsOf asOf) {
    Closing closing = rules.closing(file, asOf);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    closing.checked().forEach(check -> rows.add(check(file, closing, check)));
    return rows;
  }

  /** Each review the policy asks for, those due first. */
  void reviews(AsOf asOf, Consumer<List<@Nullable Object>> out) {
    new ReviewQueue(jdbc, rules).list(asOf).forEach(item -> out.accept(review(item)));
  }

  /** The reviews the policy asks for, those due first; all, or those that wait for somebody. */
  public List<List<@Nullable Object>> reviews(AsOf asOf, boolean all) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ReviewQueue queue = new ReviewQueue(jdbc, rules);
    (all ? queue.list(asOf) : queue.waiting(asOf)).forEach(item -> rows.add(review(item)));
    return rows;
  }

  /** Each action. */
  public void actions(AsOf asOf, Consumer<List<@Nullable Object>> out) {
    new CaseActions(jdbc, rules.profile())
        .list()
        .forEach(action -> out.accept(action(action, asOf)));
  }

  private static List<@Nullable Object> decision(CaseFile file, RegisterLine line) {
    return Arrays.asList(
        new Outside(file.reference()),
        new Outside(file.school()),
        line.line(),
        line.title(),
        line.state().name(),
        line.outcome(),
        line.from().name().toLowerCase(Locale.ROOT),
        line.by().orElse(null),
        line.when().map(MomentColumn::of).orElse(null),
        given(line.reason()),
        given(line.delay()),
        line.source());
  }

  private static @Nullable String given(RegisterLine.Given given) {
    return switch (given) {
      case YES -> "given";
      case MISSING -> "missing";
      case NOT_ASKED -> null;
    };
  }

  private static List<@Nullable Object> check(
      CaseFile file, Closing closing, Closing.Checked check) {
    return Arrays.asList(
        new Outside(file.reference()),
        new Outside(file.school()),
        closing.closed(),
        closing.flagged(),
        check.check(),
        check.title(),
        check.met(),
        check.missing(),
        check.source());
  }

  private List<@Nullable Object> review(ReviewItem item) {
    return Arrays.asList(
        new Outside(item.file().reference()),
        new Outside(item.file().school()),
        item.file().breachType().orElse(BreachType.UNTYPED),
        item.review().duty().start().map(MomentColumn::of).orElse(null),
        item.review().duty().dueText(),
        item.review().state().name(),
        item.review().duty().verdict().name(),
        note(item),
        item.typeVerdict(),
        item.anchor().map(Object::toString).orElse(null),
        item.times().orElse(null),
        new Outside(String.join(";", item.recurrences())),
        item.actionsOpen(),
        item.actionsOverdue(),
        signedOff(item).map(MomentColumn::of).orElse(null),
        item.signedOff().map(SignOff::by).map(this::words).orElse(null));
  }

  private static String note(ReviewItem item) {
    String again = item.untold().isEmpty() ? "" : "type again: cannot tell (" + item.untold() + ")";
    return Stream.of(item.review().duty().noteText(), again)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Optional<Moment> signedOff(ReviewItem item) {
    return item.review().duty().done().or(() -> item.file().facts().findMoment(Field.RE_EVALUATED));
  }

  private List<@Nullable Object> action(StoredAction stored, AsOf asOf) {
    CaseAction action = stored.action();
    return Arrays.asList(
        action.id().orElse(null),
        new Outside(stored.reference()),
        new Outside(stored.school()),
        action.kind().code(),
        action.owner().map(this::words).orElse(null),
        action.due().map(Object::toString).orElse(null),
        action.done().map(MomentColumn::of).orElse(null),
        action.state(asOf).name(),
        action.id().isPresent() ? "person" : "sheet");
  }

  private String words(ByWhom by) {
    return by.words(rules.profile());
  }
}

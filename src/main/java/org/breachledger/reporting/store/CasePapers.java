package org.breachledger.reporting.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closing;
import org.breachledger.casework.CountedIncident;
import org.breachledger.casework.RegisterLine;
import org.breachledger.casework.RegisterLine.Given;
import org.breachledger.casework.Review;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.ReviewQueue;
import org.breachledger.casework.store.StoredCase;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Printable;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.DecisionPaper;
import org.breachledger.reporting.DecisionRow;
import org.breachledger.reporting.HalfVerdict;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.MissingPiece;
import org.breachledger.reporting.ReviewPaper;
import org.breachledger.reporting.ReviewRow;
import org.breachledger.reporting.WorkingGroupPaper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of casework out of the register. Call within a transaction. */
public final class CasePapers {

  private final JdbcClient jdbc;
  private final CaseRules rules;
  private final PaperWords words;

  /** Papers by the rules and in the words of the policy at work. */
  public CasePapers(JdbcClient jdbc, CaseRules rules, PaperWords words) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.words = words;
  }

  /**
   * The decision register of the incidents of the imprint's current half.
   *
   * @param schoolId only this school's; 0 for all
   */
  public DecisionPaper decisions(int schoolId, Imprint imprint) {
    AsOf asOf = imprint.dataAsAt();
    List<DecisionRow> rows = new ArrayList<>();
    List<MissingPiece> missing = new ArrayList<>();
    int[] incidents = {0};
    new CaseRecords(jdbc, rules.profile())
        .forPapers()
        .each(
            one -> {
              if ((schoolId == 0 || one.schoolId() == schoolId) && inHalf(one, imprint)) {
                incidents[0]++;
                rules.register(one.file(), asOf).forEach(line -> rows.add(row(one.file(), line)));
                missing.addAll(missing(one.file(), rules.closing(one.file(), asOf)));
              }
            });
    return new DecisionPaper(scope(schoolId), imprint, incidents[0], rows, missing);
  }

  /** What papers call a school; {@link AlertPack#ALL} for school 0. */
  private String scope(int schoolId) {
    return schoolId == 0
        ? AlertPack.ALL
        : jdbc.sql("select name, confirmed from school where school_id = ?")
            .param(schoolId)
            .query((row, number) -> Printable.school(row.getString(1), row.getBoolean(2), schoolId))
            .single();
  }

  /**
   * The reviews that wait for somebody.
   *
   * @param schoolId only this school's; 0 for all
   */
  public ReviewPaper reviews(int schoolId, Imprint imprint) {
    ReviewQueue queue = new ReviewQueue(jdbc, rules).forPapers();
    AsOf asOf = imprint.dataAsAt();
    List<ReviewItem> all = schoolId == 0 ? queue.list(asOf) : queue.listOf(schoolId, asOf);
    return new ReviewPaper(
        scope(schoolId),
        imprint,
        all.stream().filter(item -> item.review().waiting()).map(this::row).toList(),
        count(all, Review.State.OVERDUE),
        count(all, Review.State.SIGNED_OFF),
        count(all, Review.State.LATER));
  }

  /**
   * The working list of one school, or of all of them for school 0.
   *
   * @param source of the same imprint
   */
  public WorkingGroupPaper workingGroup(int schoolId, PaperSource source) {
    return new WorkingList(jdbc, rules, words).paper(schoolId, source);
  }

  private static boolean inHalf(StoredCase one, Imprint imprint) {
    return one.place()
        .map(CountedIncident::day)
        .filter(imprint.halves().windows()::inCurrent)
        .isPresent();
  }

  private static int count(List<ReviewItem> items, Review.State state) {
    return (int) items.stream().filter(item -> item.review().state() == state).count();
  }

  private static DecisionRow row(CaseFile file, RegisterLine line) {
    return new DecisionRow(
        file.school(),
        file.reference(),
        line.title(),
        line.outcome(),
        line.by().orElse(""),
        line.when().flatMap(Moment::londonDay).orElse(null),
        reasons(line),
        line.state() == RegisterLine.State.MISSING);
  }

  private static String reasons(RegisterLine line) {
    if (line.delay() == Given.MISSING) {
      return line.reason() == Given.MISSING ? "both missing" : "delay missing";
    }
    return switch (line.reason()) {
      case YES -> "given";
      case MISSING -> "missing";
      case NOT_ASKED -> line.delay() == Given.YES ? "given" : "";
    };
  }

  private static List<MissingPiece> missing(CaseFile file, Closing closing) {
    if (!closing.flagged()) {
      return List.of();
    }
    return closing.missing().stream()
        .map(
            check ->
                new MissingPiece(file.school(), file.reference(), check.missing(), check.source()))
        .toList();
  }

  private ReviewRow row(ReviewItem item) {
    Optional<LocalDate> due = item.review().duty().due().map(CasePapers::day);
    return new ReviewRow(
        item.file().school(),
        item.file().reference(),
        words.type(item.file().breachType().orElse(BreachType.UNTYPED)),
        due.orElse(null),
        state(item.review().state()),
        item.typeVerdict().isEmpty()
            ? "Not compared yet"
            : HalfVerdict.valueOf(item.typeVerdict()).words(),
        item.untold(),
        item.recurrences(),
        item.actionsOpen());
  }

  private static LocalDate day(Instant moment) {
    return London.dayOf(moment);
  }

  /** How a review that waits stands. */
  static String state(Review.State state) {
    return switch (state) {
      case OVERDUE -> "Overdue";
      case CANNOT_TELL -> "No date to count from";
      default -> "Due";
    };
  }
}

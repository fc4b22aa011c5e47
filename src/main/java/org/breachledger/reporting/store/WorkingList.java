package org.breachledger.reporting.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.London;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.ReviewQueue;
import org.breachledger.casework.store.Signals;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.RowRef;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.RowsReturned;
import org.breachledger.reporting.WaitingSignal;
import org.breachledger.reporting.WorkingGroupPaper;
import org.breachledger.reporting.WorkingLists;
import org.breachledger.reporting.WorkingReview;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers the work of every case for the working group's paper. Call within a transaction. */
final class WorkingList {

  private final JdbcClient jdbc;
  private final CaseRules rules;
  private final PaperWords words;
  private final WorkingRows rows;

  WorkingList(JdbcClient jdbc, CaseRules rules, PaperWords words) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.words = words;
    this.rows = new WorkingRows(jdbc);
  }

  /** The paper about one school, or all of them for school 0. */
  WorkingGroupPaper paper(int schoolId, PaperSource source) {
    Imprint imprint = source.imprint();
    String scope = source.school(schoolId);
    WorkingLists.Gathering gathering = new WorkingLists.Gathering();
    int onRecord = cases(schoolId, imprint, gathering);
    reviews(schoolId, imprint, gathering);
    signals(scope, source, gathering);
    return new WorkingGroupPaper(
        scope,
        imprint,
        onRecord,
        gathering.lists(),
        source.typesThatDidNotFall(schoolId),
        source.silent(schoolId),
        schoolId == 0 ? rows.returned() : List.<RowsReturned>of());
  }

  /** Hands the work of each case over, and says how many of the half are on record. */
  private int cases(int schoolId, Imprint imprint, WorkingLists.Gathering gathering) {
    int[] onRecord = {0};
    new CaseRecords(jdbc, rules.profile())
        .forPapers()
        .each(
            stored -> {
              if (schoolId == 0 || stored.schoolId() == schoolId) {
                WorkOnCase one = new WorkOnCase(rules, stored, imprint);
                onRecord[0] += one.onRecord() ? 1 : 0;
                gather(one, gathering);
              }
            });
    return onRecord[0];
  }

  private void gather(WorkOnCase one, WorkingLists.Gathering gathering) {
    if (one.listed()) {
      gathering.incident(one.incident(words));
    }
    if (one.incomplete()) {
      gathering.closing(one.closing());
    }
    one.actions().forEach(gathering::action);
  }

  private void reviews(int schoolId, Imprint imprint, WorkingLists.Gathering gathering) {
    new ReviewQueue(jdbc, rules)
        .forPapers()
        .each(
            imprint.dataAsAt(),
            (stored, item) -> {
              if (item.review().waiting() && (schoolId == 0 || stored.schoolId() == schoolId)) {
                gathering.review(review(item, stored.row()));
              }
            });
  }

  private WorkingReview review(ReviewItem item, RowRef row) {
    return new WorkingReview(
        item.file().school(),
        item.file().reference(),
        row,
        words.type(item.file().breachType().orElse(BreachType.UNTYPED)),
        item.review().duty().due().map(London::dayOf).orElse(null),
        CasePapers.state(item.review().state()),
        item.recurrences().size(),
        item.untold().isEmpty());
  }

  /** A log may name a school that nobody confirmed. */
  private void signals(String scope, PaperSource source, WorkingLists.Gathering gathering) {
    Map<String, String> named = new HashMap<>();
    source
        .confirmedSchools()
        .forEach(id -> named.put(FoldedText.of(source.school(id)), source.school(id)));
    new Signals(jdbc)
        .eachOpen(
            signal -> {
              String school = FoldedText.of(signal.school());
              if (scope.equals(AlertPack.ALL) || school.equals(FoldedText.of(scope))) {
                gathering.signal(signal(signal, named.getOrDefault(school, "a school to confirm")));
              }
            });
  }

  private static WaitingSignal signal(StoredSignal signal, String school) {
    return new WaitingSignal(
        signal.id(),
        signal.title(),
        school,
        London.dayOf(signal.from()),
        new RowRef(signal.importId(), signal.first().sheet(), signal.first().row()));
  }
}

package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The cases with work, and how many of the half are on record. */
  private record Found(List<WorkOnCase> cases, int onRecord) {}

  /** The paper about one school, or all of them for school 0. */
  WorkingGroupPaper paper(int schoolId, PaperSource source) {
    Imprint imprint = source.imprint();
    String scope = source.school(schoolId);
    Found found = find(schoolId, imprint);
    List<ReviewItem> reviews =
        new ReviewQueue(jdbc, rules)
            .forPapers().waiting(imprint.dataAsAt()).stream()
                .filter(item -> schoolId == 0 || item.file().school().equals(scope))
                .toList();
    Map<Long, RowRef> places = places(found.cases(), reviews);
    return new WorkingGroupPaper(
        scope,
        imprint,
        found.onRecord(),
        found.cases().stream()
            .filter(WorkOnCase::listed)
            .map(one -> one.incident(place(places, one.id()), words))
            .toList(),
        found.cases().stream()
            .filter(WorkOnCase::incomplete)
            .map(one -> one.closing(place(places, one.id())))
            .toList(),
        found.cases().stream()
            .flatMap(one -> one.actions(place(places, one.id())).stream())
            .toList(),
        reviews.stream().map(item -> review(item, place(places, item.file().id()))).toList(),
        source.typesThatDidNotFall(schoolId),
        source.silent(schoolId),
        schoolId == 0 ? rows.returned() : List.<RowsReturned>of(),
        signals(scope, source));
  }

  private Found find(int schoolId, Imprint imprint) {
    Set<Long> toCheck = rows.toCheck();
    List<WorkOnCase> cases = new ArrayList<>();
    int[] onRecord = {0};
    new CaseRecords(jdbc, rules.profile())
        .forPapers()
        .each(
            stored -> {
              if (schoolId == 0 || stored.schoolId() == schoolId) {
                WorkOnCase one =
                    new WorkOnCase(rules, stored, imprint, toCheck.contains(stored.file().id()));
                onRecord[0] += one.onRecord() ? 1 : 0;
                if (one.listed() || one.incomplete() || one.toDo()) {
                  cases.add(one);
                }
              }
            });
    return new Found(cases, onRecord[0]);
  }

  private Map<Long, RowRef> places(List<WorkOnCase> cases, List<ReviewItem> reviews) {
    Set<Long> wanted = new HashSet<>();
    cases.forEach(one -> wanted.add(one.id()));
    reviews.forEach(item -> wanted.add(item.file().id()));
    return rows.of(wanted);
  }

  private static RowRef place(Map<Long, RowRef> places, long incident) {
    RowRef place = places.get(incident);
    if (place == null) {
      throw new IllegalStateException("incident " + incident + " has no row");
    }
    return place;
  }

  private WorkingReview review(ReviewItem item, RowRef row) {
    return new WorkingReview(
        item.file().school(),
        item.file().reference(),
        row,
        words.type(item.file().breachType().orElse(BreachType.UNTYPED)),
        item.review().duty().due().map(London::dayOf).orElse(null),
        CasePapers.state(item.review().state()),
        item.recurrences().size());
  }

  /** A log may name a school that nobody confirmed. */
  private List<WaitingSignal> signals(String scope, PaperSource source) {
    Map<String, String> named = new HashMap<>();
    source
        .confirmedSchools()
        .forEach(id -> named.put(FoldedText.of(source.school(id)), source.school(id)));
    return new Signals(jdbc)
        .list(true).stream()
            .filter(
                signal ->
                    scope.equals(AlertPack.ALL)
                        || FoldedText.of(signal.school()).equals(FoldedText.of(scope)))
            .map(
                signal ->
                    signal(
                        signal,
                        named.getOrDefault(FoldedText.of(signal.school()), "a school to confirm")))
            .toList();
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

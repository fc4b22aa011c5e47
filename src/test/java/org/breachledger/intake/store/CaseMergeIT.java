package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two incidents found to be one: what people recorded about either belongs to the one that stays.
 */
class CaseMergeIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final UndoLedger ledger = new UndoLedger(database, database.trustId(), new String[0]);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void decisionsActionsAndReviewsMoveWithTheirFacts() {
    ledger.take(
        new UndoLedger.File(
            "one", List.of(UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3"))));
    ledger.take(
        new UndoLedger.File(
            "two",
            List.of(
                UndoIT.at(
                    "Fernbank", UndoIT.row("A1", "2026-02-03", "Email", "Letter sent", "3")))));
    recorded("(select max(incident_id) from incident)");
    ledger.change(
        "update incident set recorded_facts = '{\"head_told\":\"2026-02-04\"}', stale_duties = false"
            + " where incident_id = (select max(incident_id) from incident)");

    assertThat(ledger.confirm("Fernbank"))
        .singleElement()
        .satisfies(merged -> assertThat(merged.same()).isEqualTo(1));

    assertThat(
            ledger.query(
                "select concat_ws(' ', reference, recorded_facts ->> 'head_told', stale_duties)"
                    + " from incident"))
        .containsExactly("A1 2026-02-04 t");
    for (String table : List.of("case_decision", "case_action", "case_review")) {
      assertThat(
              ledger.query(
                  "select i.reference from " + table + " join incident i using (incident_id)"))
          .as(table)
          .containsExactly("A1");
    }
  }

  private void recorded(String incident) {
    ledger.change(
        "insert into case_decision (incident_id, subject, outcome, decided, by_role, recorded_by,"
            + " recorded_at) select "
            + incident
            + ", 'head', 'referred', '2026-02-04', 'dpo', 'dpo', now()");
    ledger.change(
        "insert into case_action (incident_id, kind, what, recorded_by, recorded_at) select "
            + incident
            + ", 'control', 'lock', 'dpo', now()");
    ledger.change(
        "insert into case_review (incident_id, due, signed, by_role, type_verdict, recurrences,"
            + " actions_open, recorded_by, recorded_at) select "
            + incident
            + ", '', '2026-09-01', 'dpo', '', 0, 1, 'dpo', now()");
  }
}

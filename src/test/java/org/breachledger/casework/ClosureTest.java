package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closing as a decision: what it is as facts, and what it needs for each finding. */
class ClosureTest {

  private static final ByWhom DPO = new ByWhom(Optional.of("dpo"), Optional.empty());

  private static Decision closed(String finding, String day, Optional<String> lesson) {
    return Closure.closed(finding, Moment.parse(day), DPO, lesson, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !closure=near-miss@2026-03-20 | case_state=closed closed=2026-03-20 closure_finding=near-miss
          !closure=incident@2026-03-20; !closure=reopened@2026-03-25 | reopened=2026-03-25
          !closure=reopened@2026-03-25; !closure=non-event@2026-04-01 | case_state=closed closed=2026-04-01 closure_finding=non-event reopened=2026-03-25
          !closure=incident@2026-03-20; !closure=reopened@2026-03-25; !closure=incident@2026-04-01; !closure=reopened@2026-04-02 | reopened=2026-04-02
          !head=referred | head_told=2026-03-02
          """)
  void theNewestClosingCountsUnlessItWasTakenBack(String decisions, String facts) {
    assertThat(
            written(
                Cases.rules("category-levels")
                    .recorded(Cases.of(decisions).decisions(), Optional.empty())))
        .isEqualTo(facts);
  }

  @Test
  void theLessonBelongsToTheClosing() {
    Decision closing = closed("near-miss", "2026-03-20", Optional.of("ask twice"));
    CaseRules rules = Cases.rules("category-levels");
    assertThat(written(rules.recorded(List.of(closing), Optional.empty())))
        .contains("closure_lesson=ask twice");
    Decision reopened = Closure.reopened(Moment.parse("2026-03-21"), DPO, "it was sent");
    assertThat(written(rules.recorded(List.of(closing, reopened), Optional.empty())))
        .isEqualTo("reopened=2026-03-21");
    assertThat(closing.toString()).isEqualTo("Decision[closure near-miss]");
  }

  @Test
  void thereAreThreeFindings() {
    assertThat(Closure.FINDINGS).containsExactly("incident", "near-miss", "non-event");
    assertThatThrownBy(() -> closed("reopened", "2026-03-20", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A near miss needs its lesson and no more; an incident what its policy asks for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          category-levels | level=1                      | incident  | - | systemic-cause,individuals
          category-levels | level=1                      | near-miss | - | level-zero-lesson
          category-levels | level=2                      | near-miss | yes |
          category-levels | level=1                      | non-event | yes |
          category-levels | level=1; lessons=ask first   | non-event | - |
          category-levels | status=near-miss             | incident  | - | systemic-cause,individuals
          category-levels | level=1; closed=2026-03-10   | incident  | - | systemic-cause,individuals
          category-levels | level=1; !systemic-cause=found; individuals_told=2026-03-05; !told-items=all-five | incident | - |
          category-levels | declared_level=0             | incident  | - | level-zero-finding,level-zero-lesson,systemic-cause,individuals
          trust-ceo       | level=1                      | incident  | - | outcome-report,outcome-report-review,individuals,disciplinary,communications-plan,controls
          trust-ceo       | level=1                      | near-miss | yes |
          dpo-service     | level=1; action=2026-05-01/- | incident  | - | systemic-cause,actions-done,individuals
          dpo-service     | level=1; action=2026-05-01/- | near-miss | yes | actions-done
          """)
  void whatAClosingWouldStillNeed(
      String profile, String written, String finding, String lesson, String missing) {
    Closing closing =
        Cases.rules(profile)
            .closing(
                Cases.of(written),
                closed(
                    finding,
                    "2026-06-30",
                    lesson.equals("yes") ? Optional.of("ask twice") : Optional.empty()),
                Cases.WEDNESDAY_1_JULY);
    assertThat(closing.closed()).isTrue();
    assertThat(
            closing.missing().stream().map(Closing.Checked::check).collect(Collectors.joining(",")))
        .isEqualTo(missing == null ? "" : missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          category-levels | near-miss | closed as a near miss (Category Level 0)
          category-levels | non-event | closed as mistakenly reported (Category Level 0)
          category-levels | incident  | closed as an incident
          category-levels | reopened  | opened again
          dpo-service     | near-miss | closed as a near miss
          dpo-service     | non-event | closed as mistakenly reported
          """)
  void theRegisterSaysItInThePolicysWords(String profile, String outcome, String words) {
    List<RegisterLine> lines =
        Cases.rules(profile)
            .register(Cases.of("!closure=" + outcome + "@2026-03-20"), Cases.WEDNESDAY_1_JULY);
    assertThat(lines)
        .filteredOn(line -> line.line().equals("closure"))
        .extracting(RegisterLine::title, RegisterLine::outcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Closing of the case", words));
  }

  @Test
  void aTableCannotSayWhatAClosingSets() {
    assertThatThrownBy(
            () ->
                DecisionWords.read(
                    EditedPolicy.shipped()
                        .replace(
                            "casework/decisions.csv",
                            "closed as a near miss,,",
                            "closed as a near miss,closed=when,")))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("subject \"closure\" sets its own fields; leave column \"sets\"");
  }

  private static String written(Facts facts) {
    return facts.values().entrySet().stream()
        .map(entry -> entry.getKey().code() + "=" + entry.getValue().written())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}

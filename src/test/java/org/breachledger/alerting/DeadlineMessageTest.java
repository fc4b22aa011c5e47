package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breachledger.alerting.DeadlineWarning.Stage;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;

/** One message for all duties that have come to a point. */
class DeadlineMessageTest {

  private static final Route ROUTE = Routes.read(new JobsFolder(null)).of(Routes.DEADLINE).get(0);
  private static final Place ROWAN = Place.school(7, "Rowan Primary School");

  private static DeadlineWarning warning(Stage stage, String reference, String duty, String due) {
    return new DeadlineWarning(
        stage,
        ROWAN,
        reference,
        duty,
        due.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(due)));
  }

  /**
   * Overdue first, then by their moments, in London time: 22:59:59Z in July is a minute to
   * midnight.
   */
  @Test
  void tellsWhatIsOverdueDueAndRunningOut() {
    List<DeadlineWarning> warnings =
        new ArrayList<>(
            List.of(
                warning(Stage.BEFORE, "R3", "Form A", "2026-07-04T08:00:00Z"),
                warning(Stage.AFTER, "R2", "Preliminary investigation", "2026-07-02T22:59:59Z"),
                warning(Stage.AFTER, "R1", "Form A", "2026-01-02T09:00:00Z"),
                warning(Stage.AFTER, "R9", "Ground documented", ""),
                warning(Stage.AT, "R4", "ICO notified: legal clock", "2026-07-03T09:30:00Z")));
    Collections.reverse(warnings);
    AlertMessage message = DeadlineMessage.compose(warnings, ROUTE, "https://log.example.org");

    assertThat(message.subject()).isEqualTo("Deadlines: 3 overdue, 1 due now, 1 running out");
    assertThat(message.body())
        .isEqualTo(
            """
            To the Data Protection Officer

            These duties have come to a point at which somebody must act or write
            down why not.

            Overdue
            - R9, Rowan Primary School: Ground documented
            - R1, Rowan Primary School: Form A: was due Fri 2 January 2026, 09:00
            - R2, Rowan Primary School: Preliminary investigation: was due Thu 2
              July 2026, 23:59

            Due within the hour, or due already
            - R4, Rowan Primary School: ICO notified: legal clock: due Fri 3 July
              2026, 10:30

            Running out
            - R3, Rowan Primary School: Form A: due Sat 4 July 2026, 09:00

            What to do next
            1. See that each overdue duty is done, and that its record says when and
               why it is late.
            2. Decide on notifying the regulator before the clocks of an incident
               run out.
            3. Where a duty was done, have the log say so; it is not told again.

            The record: https://log.example.org

            Times are London time. This message holds references, duties and times
            only: no names of people, no descriptions. Each of these is told once.
            """);
  }

  @Test
  void aReferenceIsOneShortLine() {
    DeadlineWarning warning =
        warning(Stage.AT, "R1\r\nBcc: all@example.org" + "x".repeat(100), "Form A", "");
    assertThat(warning.reference()).hasSize(41).startsWith("R1 Bcc: all").endsWith("…");
  }

  @Test
  void aThousandAreListedAndTheRestCounted() {
    List<DeadlineWarning> many =
        Collections.nCopies(1002, warning(Stage.AFTER, "R1", "Form A", "2026-01-02T09:00:00Z"));
    AlertMessage message = DeadlineMessage.compose(many, ROUTE, "");
    assertThat(message.subject()).isEqualTo("Deadlines: 1002 overdue");
    assertThat(message.body().lines().filter(line -> line.startsWith("- R1"))).hasSize(1000);
    assertThat(message.body()).contains("and 2 more: see the export of deadlines.");
  }
}

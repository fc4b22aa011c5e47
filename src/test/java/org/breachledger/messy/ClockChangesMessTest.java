package org.breachledger.messy;

import java.time.LocalDateTime;
import java.util.List;
import org.breachledger.testing.Sheets;

/** The hour that no clock showed in March and the hour that all clocks showed twice in October. */
class ClockChangesMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "31/03/2024 00:59 => 2024-03-31T00:59:00Z",
                "31/03/2024 01:00 => gap skipped_hour",
                "31/03/2024 01:30 => gap skipped_hour",
                "31/03/2024 01:59:59 => gap skipped_hour",
                "31/03/2024 02:00 => 2024-03-31T01:00:00Z")
            .csv("Sunday in March, text"),
        Column.of(
                "Date closed",
                "closed",
                "27/10/2024 00:59 => 2024-10-26T23:59:00Z",
                "27/10/2024 01:00 => 2024-10-27T00:00:00Z/2024-10-27T01:00:00Z",
                "27/10/2024 1.30am => 2024-10-27T00:30:00Z/2024-10-27T01:30:00Z",
                "27/10/2024 01:59 => 2024-10-27T00:59:00Z/2024-10-27T01:59:00Z",
                "27/10/2024 02:00 => 2024-10-27T02:00:00Z")
            .csv("Sunday in October, text"),
        Column.of(
                "Date closed",
                "closed",
                "2024-10-27T01:30:00Z => 2024-10-27T01:30:00Z",
                "2024-10-27T01:30:00+01:00 => 2024-10-27T00:30:00Z",
                "2024-03-31T01:30:00Z => 2024-03-31T01:30:00Z",
                "31/03/2024 => 2024-03-31",
                "27/10/2024 => 2024-10-27")
            .csv("an offset or no time leaves no doubt"),
        MessySheet.of(
                "date cells of a workbook",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", 1, LocalDateTime.of(2025, 3, 30, 1, 15), "Loss", "x", 3)
                        .row("Elmbury", 2, LocalDateTime.of(2025, 10, 26, 1, 15), "Loss", "x", 3)
                        .row("Elmbury", 3, LocalDateTime.of(2025, 10, 26, 0, 0), "Loss", "x", 3)))
            .expecting(
                """
                2 gaps skipped_hour@Date of incident | occurred=-
                3 imported | occurred=2025-10-26T00:15:00Z/2025-10-26T01:15:00Z
                4 imported | occurred=2025-10-25T23:00:00Z
                """),
        MessySheet.of(
                "date and time apart",
                Write.csv(
                    """
                    School,Ref,Date of incident,Time,Type of breach
                    Elmbury,1,31/03/2024,1.30am,Loss
                    Elmbury,2,27/10/2024,01:30,Loss
                    Elmbury,3,27/10/2024,,Loss
                    """))
            .expecting(
                """
                2 gaps skipped_hour@Date of incident | occurred=-
                3 imported | occurred=2024-10-27T00:30:00Z/2024-10-27T01:30:00Z
                4 imported | occurred=2024-10-27
                """),
        MessySheet.of(
                "a system on Greenwich time skips and repeats nothing",
                Write.csv(
                    """
                    Logged at (GMT),School,Log no,Category,Details,Discovered (GMT)
                    31/03/2024 01:45,Elmbury,1,Loss,x,31/03/2024 01:30
                    27/10/2024 01:45,Elmbury,2,Loss,x,27/10/2024 01:30
                    """))
            .expecting(
                """
                2 imported | identified=2024-03-31T01:30:00Z | registered=2024-03-31T01:45:00Z
                3 imported | identified=2024-10-27T01:30:00Z | registered=2024-10-27T01:45:00Z
                """)
            .andFile("profile mis-incident-log"));
  }
}

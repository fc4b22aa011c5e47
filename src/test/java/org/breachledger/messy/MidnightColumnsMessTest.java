package org.breachledger.messy;

import java.time.LocalDateTime;
import java.util.List;
import org.breachledger.testing.Sheets;

/** Midnight in every cell is a whole day; midnight among other times is midnight. */
class MidnightColumnsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "14/01/2024 00:00 => 2024-01-14",
                "14/07/2024 00:00:00 => 2024-07-14",
                "31/03/2024 12:00 AM => 2024-03-31")
            .csv("text"),
        Column.of(
                "Date closed",
                "closed",
                "2024-01-14T00:00:00Z => 2024-01-14",
                "2024-07-14T00:00:00Z => 2024-07-14")
            .csv("a program's midnight with its offset"),
        Column.of(
                "Date closed",
                "closed",
                "14/01/2024 00:00 => 2024-01-14T00:00:00Z",
                "14/07/2024 00:00 => 2024-07-13T23:00:00Z",
                "14/07/2024 08:00 => 2024-07-14T07:00:00Z",
                "15/07/2024 => 2024-07-15")
            .csv("one other time makes midnight a time"),
        MessySheet.of(
                "date cells that show 00:00",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", 1, LocalDateTime.of(2024, 7, 14, 0, 0), "Loss", "x", 3)
                        .row("Elmbury", 2, LocalDateTime.of(2024, 7, 15, 0, 0), "Loss", "x", 3)))
            .expecting(
                """
                2 imported | occurred=2024-07-14
                3 imported | occurred=2024-07-15
                """),
        MessySheet.of(
                "each column for itself",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row("School", "Ref", "Date of incident", "Date discovered", "Breach type")
                        .row(
                            "Elmbury",
                            1,
                            LocalDateTime.of(2024, 7, 14, 0, 0),
                            LocalDateTime.of(2024, 7, 14, 0, 0),
                            "Loss")
                        .row(
                            "Elmbury",
                            2,
                            LocalDateTime.of(2024, 7, 15, 0, 0),
                            LocalDateTime.of(2024, 7, 15, 9, 0),
                            "Loss")))
            .expecting(
                """
                2 imported | occurred=2024-07-14 | identified=2024-07-13T23:00:00Z
                3 imported | occurred=2024-07-15 | identified=2024-07-15T08:00:00Z
                """),
        MessySheet.of(
                "an unreadable cell does not make the others times",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,14/07/2024 00:00,Loss,x,3
                        Elmbury,2,14/07/2024 25:00,Loss,x,3
                        """))
            .expecting(
                """
                2 imported | occurred=2024-07-14
                3 gaps unreadable_time@Date of incident | occurred=2024-07-14
                """));
  }
}

package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Day, month and year in three columns, as forms print them. */
class DayMonthYearApartMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "under one group heading",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row("", "", "Date of incident", "", "", "", "")
                        .row(
                            "School",
                            "Ref",
                            "Day",
                            "Month",
                            "Year",
                            "Breach type",
                            "People affected")
                        .row("Elmbury", "1", 4, 3, 2024, "Loss", 3)
                        .row("Elmbury", "2", 31, 12, 2024, "Loss", 3)))
            .expecting(
                """
                3 imported | occurred=2024-03-04
                4 imported | occurred=2024-12-31
                """),
        MessySheet.of(
                "bare headings in a text file",
                Write.csv(
                    """
                    School,Ref,Day,Month,Year,Breach type,People affected
                    Elmbury,1,4,3,2024,Loss,3
                    Elmbury,2,04,March,24,Loss,3
                    Elmbury,3,4th,Mar,2024,Loss,3
                    """))
            .expecting(
                """
                2 imported | occurred=2024-03-04
                3 imported | occurred=2024-03-04
                4 imported | occurred=2024-03-04
                """),
        MessySheet.of(
                "a part missing or impossible",
                Write.csv(
                    """
                    School,Ref,Day,Month,Year,Breach type,People affected
                    Elmbury,1,,3,2024,Loss,3
                    Elmbury,2,31,2,2024,Loss,3
                    Elmbury,3,,,,Loss,3
                    Elmbury,4,n/k,3,2024,Loss,3
                    """))
            .expecting(
                """
                2 gaps unreadable_date@Day | occurred=-
                3 gaps unreadable_date@Day | occurred=-
                4 gaps blank@Day | occurred=-
                5 gaps unreadable_date@Day | occurred=-
                """),
        MessySheet.of(
                "said in each heading",
                Write.csv(
                    """
                    School;Ref;Day of incident;Month of incident;Year of incident;Breach type
                    Elmbury;1;4;3;2024;Loss
                    """))
            .expecting("2 imported | occurred=2024-03-04"),
        MessySheet.of(
                "with a time in a fourth column",
                Write.csv(
                    """
                    School,Ref,Day,Month,Year,Time of incident,Breach type
                    Elmbury,1,4,7,2024,14:05,Loss
                    Elmbury,2,4,7,2024,,Loss
                    """))
            .expecting(
                """
                2 imported | occurred=2024-07-04T13:05:00Z
                3 imported | occurred=2024-07-04
                """));
  }
}

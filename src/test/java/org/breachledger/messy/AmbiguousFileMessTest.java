package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Nothing in the file says which number is the month: a gap in each row, and it is reported. */
class AmbiguousFileMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 => gap ambiguous_date",
                "12/11/2024 => gap ambiguous_date",
                "1-2-24 => gap ambiguous_date")
            .csv("every date can be read twice")
            .andFile("dates UNDECIDED", "note dates_undecided"),
        Column.of(
                "Date closed",
                "closed",
                "03/04/2024 09:30 => gap ambiguous_date",
                "03/04/2024 00:00 => gap ambiguous_date",
                "Y 03/04/2024 => gap ambiguous_date")
            .xls("a time beside it decides nothing")
            .andFile("note dates_undecided"),
        Column.of(
                "Date closed",
                "closed",
                "05/05/2024 => 2024-05-05",
                "11/11/2024 => 2024-11-11",
                "03/04/2024 => gap ambiguous_date")
            .csv("day and month the same number is one date")
            .andFile("note dates_undecided"),
        MessySheet.of(
                "two columns, each its own gap",
                Write.csv(
                    """
                    School;Ref;Date of incident;Date discovered;Type of breach
                    Elmbury;1;03/04/2024;04/04/2024;Loss
                    Elmbury;2;03/04/2024;05/04/2024;Loss
                    """))
            .expecting(
                """
                2 gaps ambiguous_date@Date of incident | occurred=- | identified=2024-04-04
                3 gaps ambiguous_date@Date discovered, ambiguous_date@Date of incident | occurred=-
                """),
        MessySheet.of(
                "all days one reading: nothing to report",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", "1", "04/04/2024", "Loss", "x", 3)
                        .row("Elmbury", "2", "12/12/2024", "Loss", "x", 3)))
            .expecting(
                """
                2 imported | occurred=2024-04-04
                3 imported | occurred=2024-12-12
                """)
            .andFile("dates UNDECIDED", "no note dates_undecided"),
        Column.of(
                "Date closed",
                "closed",
                "31/02/2024 => gap unreadable_date",
                "29/02/2023 => gap unreadable_date",
                "03/04/2024 => gap ambiguous_date")
            .csv("a date that does not exist proves no order")
            .andFile("dates UNDECIDED"));
  }
}

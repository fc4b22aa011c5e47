package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Workbooks of several tabs: months, schools, editions, summaries. */
class ManyTabsMessTest extends Mess {

  private static Sheets tab(Sheets book, String name, Object[]... rows) {
    book.sheet(name).row("Ref", "Date of incident", "Breach type", "People affected");
    for (Object[] row : rows) {
      book.row(row);
    }
    return book;
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "one tab a month, numbered afresh",
                Write.xlsx(
                    tab(
                        tab(
                            tab(
                                Sheets.book(),
                                "Jan 24",
                                row(1, "14/01/2024", "Loss", 3),
                                row(2, "15/01/2024", "Loss", 3)),
                            "Feb 24"),
                        "Mar 24",
                        row(1, "14/03/2024", "Theft", 3))))
            .expecting(
                """
                2 gaps no_school | occurred=2024-01-14
                3 gaps no_school
                3!2 gaps no_school | reference=1 | occurred=2024-03-14
                """)
            .andFile("sheets Jan 24, Feb 24, Mar 24", "covers 2024-01, 2024-02, 2024-03"),
        MessySheet.of(
                "one tab a school",
                Write.xls(
                    tab(
                        tab(Sheets.book(), "Elm Hill Primary", row(1, "14/01/2024", "Loss", 3)),
                        "Oakfold",
                        row(1, "14/01/2024", "Loss", 3))))
            .expecting(
                """
                2 imported | school=Elm Hill Primary
                2!2 imported | school=Oakfold
                """),
        MessySheet.of(
                "three tabs that are one log at three dates",
                Write.xlsx(
                    tab(
                        tab(
                            tab(Sheets.book(), "Log 31 Jan", row("A1", "14/01/2024", "Loss", 3)),
                            "Log 29 Feb",
                            row("A1", "14/01/2024", "Loss", 3),
                            row("A2", "14/02/2024", "Loss", 1)),
                        "Log 31 Mar",
                        row("A1", "14/01/2024", "Loss", 4),
                        row("A2", "14/02/2024", "Loss", 1))))
            .expecting(
                """
                2 gaps no_school | reference=A1 | individuals=3
                2!2 gaps no_school | reference=A1
                2!3 gaps no_school | reference=A2
                3!2 gaps no_school | reference=A1 | individuals=4
                3!3 gaps no_school | reference=A2
                """),
        MessySheet.of(
                "first a pivot of counts",
                Write.xlsx(
                    tab(
                        Sheets.book()
                            .sheet("Summary")
                            .row("Count of Ref", "Column Labels", "", "")
                            .row("Row Labels", "Loss", "Theft", "Grand Total")
                            .row("Elmbury", 3, 1, 4)
                            .row("Oakfold", 2, "", 2)
                            .row("Grand Total", 5, 1, 6),
                        "Data",
                        row(1, "14/01/2024", "Loss", 3))))
            .expecting("2!2 gaps no_school | reference=1")
            .andFile("sheets Data", "note no_log"),
        MessySheet.of(
                "guidance, lists and an empty tab around it",
                Write.xls(
                    tab(
                            Sheets.book()
                                .sheet("Read me")
                                .row("How to fill in the incident log")
                                .row("1", "Enter the date of incident")
                                .sheet("Empty")
                                .sheet("Lists")
                                .row("Breach type", "Status", "Yes/No")
                                .row("Loss", "Open", "Yes")
                                .row("Theft", "Closed", "No"),
                            "Register",
                            row(1, "14/01/2024", "Loss", 3))
                        .sheet("Sheet3")))
            .expecting("4!2 gaps no_school | reference=1")
            .andFile("sheets Register"),
        MessySheet.of(
                "incidents on one tab, near misses on another",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Incidents")
                        .row("School", "Ref", "Date of incident", "Breach type")
                        .row("Elmbury", "1", "14/01/2024", "Loss")
                        .sheet("Near misses")
                        .row(
                            "School",
                            "Ref",
                            "Date of near miss",
                            "Details",
                            "Incident or near miss")
                        .row("Elmbury", "N1", "14/01/2024", "E-mail recalled", "Near miss")))
            .expecting(
                """
                2 imported | status=-
                2!2 imported | status=near-miss | occurred=2024-01-14
                """));
  }
}

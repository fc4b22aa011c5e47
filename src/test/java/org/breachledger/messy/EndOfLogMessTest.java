package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Headings over again, totals, notes, signatures: rows that hold no incident. */
class EndOfLogMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "headings repeated on each page",
                Write.csv(
                    HEADINGS
                        + "\nElmbury,1,14/01/2024,Loss,x,3\n"
                        + HEADINGS
                        + "\nElmbury,2,15/01/2024,Loss,x,3\n"
                        + HEADINGS.toUpperCase(java.util.Locale.ROOT)
                        + "\n"))
            .expecting(
                """
                2 imported
                3 skipped headings again
                4 imported
                5 skipped headings again
                """),
        MessySheet.of(
                "totals in the first column, or beside the sum",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3)
                        .row("Total", "", "", "", "", 3)
                        .row("", "", "", "", "Total", 3)
                        .row("", "", "", "", "", 3)
                        .row("Sub-total January", "", "", "", "", 3)
                        .row("Grand total:", 1)
                        .row("Total lost paperwork", "9", "14/01/2024", "Loss", "x", 3)))
            .expecting(
                """
                2 imported
                3 skipped total
                4 skipped total
                5 skipped total
                6 skipped total
                7 skipped total
                8 imported | school=Total lost paperwork
                """),
        MessySheet.of(
                "notes and signatures below",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,14/01/2024,Loss,x,3
                        ,,,,,
                        Note: figures are checked each term by the office,,,,,
                        * numbers marked are estimates,,,,,
                        Signed:,,,,,
                        Date:,,,,,
                        Page 1 of 2,,,,,
                        END OF LOG,,,,,
                        """))
            .expecting(
                """
                2 imported
                3 skipped blank
                4 skipped note
                5 skipped note
                6 skipped note
                7 skipped note
                8 skipped note
                9 skipped note
                """),
        MessySheet.of(
                "numbers filled down with nothing beside them",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", 1, "14/01/2024", "Loss", "x", 3)
                        .row("", 2)
                        .row("", 3)
                        .row("Elmbury", 4)))
            .expecting(
                """
                2 imported
                3 skipped number without an incident
                4 skipped number without an incident
                5 skipped number without an incident
                """),
        MessySheet.of(
                "a template's running numbers, each with its No",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row(
                            "School",
                            "Ref",
                            "Date of incident",
                            "Type of breach",
                            "Near miss?",
                            "Encrypted",
                            "Category Level",
                            "Hours lost")
                        .row("Elmbury", 1, "14/01/2024", "Loss", "No", "No")
                        .row("", 2, "", "", "No", "")
                        .row("", 3, "", "", "N", "N")
                        .row("Elmbury", "2024/4", "-", "n/a", "No", "")
                        .row("Elmbury", 5, "", "", "Yes", "")
                        .row("Elmbury", 6, "", "", "No", "not yet")
                        .row("Elmbury", 7, "", "Loss", "No", "")
                        .row("Elmbury", "Laptop stolen from a car", "", "", "No", "")
                        .row("Elmbury", 9, "", "", "No", "", 0)
                        .row("Elmbury", "", "", "", "No", "", "", 3)))
            .expecting(
                """
                2 imported | reference=1
                3 skipped number without an incident
                4 skipped number without an incident
                5 skipped number without an incident
                6 gaps blank@Date of incident, blank@Type of breach | reference=5
                7 gaps blank@Date of incident, blank@Type of breach, unreadable_answer@Encrypted | reference=6
                8 gaps blank@Date of incident | reference=7
                9 gaps blank@Date of incident, blank@Type of breach | reference=Laptop stolen from a car
                10 gaps blank@Date of incident, blank@Type of breach | reference=9
                11 returned nothing_usable
                """),
        MessySheet.of(
                "running numbers nobody has a use for",
                Write.csv(
                    """
                    Tally,School,Date of incident,Type of breach,Near miss?
                    1,Elmbury,14/01/2024,Loss,No
                    2,,,,No
                    3,,,,N
                    """))
            .expecting(
                """
                2 imported
                3 skipped number without an incident
                4 skipped number without an incident
                """),
        MessySheet.of(
                "a month that had nothing to tell",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,14/01/2024,Loss,x,3
                        Elmbury,,,Nil return,,
                        Elmbury,,,,No incidents this month,0
                        None to report,,,,,
                        """))
            .expecting(
                """
                2 imported
                3 skipped nil return
                4 skipped nil return
                5 skipped nil return
                """),
        MessySheet.of(
                "rows that look like an end and are none",
                Write.csv(
                    HEADINGS
                        + """

                        Elmbury,1,14/01/2024,Loss,Total loss of a register,3
                        Elmbury,,15/01/2024,,,
                        ,7,16/01/2024,,Note left on a desk with names of pupils,
                        Elmbury,8,16/01/2024,None of the above,x,1
                        """))
            .expecting(
                """
                2 imported | description=Total loss of a register
                3 gaps blank@People affected, blank@Type of breach
                4 gaps blank@People affected, no_school@School
                5 imported | reported_type=None of the above
                """));
  }
}

package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Titles above the headings and hints below them are no rows. */
class TitlesAndHintsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "titles, notes and blank rows above",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .title("Elm Hill Trust", 6)
                        .row("Data protection incident log")
                        .row("Owner:", "Data Protection Officer")
                        .row("Please complete all columns. Do not include names.")
                        .row()
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3)))
            .expecting("7 imported | school=Elmbury | occurred=2024-01-14")
            .andFile("headings in row 6"),
        MessySheet.of(
                "a title that states the months",
                Write.csv(
                    "Breach register September 2023 to November 2023,,,,,\n"
                        + HEADINGS
                        + "\nElmbury,1,14/10/2023,Loss,x,3\n"))
            .expecting("3 imported")
            .andFile("headings in row 2", "covers 2023-09, 2023-10, 2023-11"),
        MessySheet.of(
                "hints below",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row(
                            "Select school",
                            "e.g. 12",
                            "dd/mm/yyyy",
                            "Choose from list",
                            "Free text",
                            "Number")
                        .row("Elmbury", "1", "14/01/2024", "Loss", "x", 3)))
            .expecting("3 imported | reference=1"),
        MessySheet.of(
                "an example row that says so",
                Write.csv(
                    HEADINGS
                        + """

                        EXAMPLE,e.g. 1,e.g. 01/09/2023,e.g. Loss,e.g. a bag was lost,e.g. 3
                        Elmbury,1,14/01/2024,Loss,x,3
                        """))
            .expecting("3 imported | reference=1"),
        MessySheet.of(
                "hints that are whole sentences",
                Write.csv(
                    HEADINGS
                        + """

                        Please enter the school,Mandatory,Enter the date (dd/mm/yyyy),Pick from list,Please enter details without names,Optional
                        Elmbury,1,14/01/2024,Loss,Please enter the building by the front,3
                        """))
            .expecting("3 imported | description=Please enter the building by the front"),
        MessySheet.of(
                "an incident whose words look like hints",
                Write.csv(
                    HEADINGS + "\nElmbury,1,14/01/2024,Loss,\"Select list sent, e.g. names\",3\n"))
            .expecting("2 imported | description=Select list sent, e.g. names"),
        MessySheet.of(
                "numbers of the columns below",
                Write.csv(HEADINGS + "\n1,2,3,4,5,6\nElmbury,1,14/01/2024,Loss,x,3\n"))
            .expecting("3 imported | reference=1"));
  }
}

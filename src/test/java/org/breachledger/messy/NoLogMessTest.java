package org.breachledger.messy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.breachledger.intake.Refusal;
import org.breachledger.testing.Sheets;

/** Sheets that are no incident log yield no incidents. */
class NoLogMessTest extends Mess {

  private static MessySheet none(String name, Sheets sheets) {
    return MessySheet.of(name, Write.xlsx(sheets)).refusedAs(Refusal.NO_LOG);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        none(
            "totals of years",
            Sheets.book()
                .sheet("Totals")
                .row("Data breaches by year")
                .row("Year", "Number of incidents", "People affected")
                .row(2022, 12, 340)
                .row(2023, 9, 120)
                .row("Total", 21, 460)),
        none(
            "a cross table of types and schools",
            Sheets.book()
                .sheet("Incidents by type")
                .row("Breach type", "Elmbury", "Oakfold", "Total")
                .row("Loss", 3, 1, 4)
                .row("Theft", 0, 2, 2)),
        none(
            "one incident on a form",
            Sheets.book()
                .sheet("Form A")
                .row("Data breach report form")
                .row("School:", "Elmbury")
                .row("Date of incident:", "14/01/2024")
                .row("Type of breach:", "Loss")
                .row("What happened:", "A bag was lost")),
        none(
            "a list of pupils",
            Sheets.book()
                .sheet("Pupils")
                .row("Surname", "Forename", "Date of birth", "Form", "School")
                .row("Example", "A", "14/01/2014", "5B", "Elmbury")),
        MessySheet.of(
                "a staff list as text",
                Write.csv(
                    "Ref,Name,Start date,Status,Location\n1,A Example,14/01/2020,Open,Office\n"))
            .refusedAs(Refusal.NO_LOG),
        MessySheet.of(
                "a letter",
                Write.text(
                    "letter.txt",
                    "Dear all,\n\nwe had no data breach this month.\n\nYours\n",
                    StandardCharsets.UTF_8))
            .refusedAs(Refusal.NO_LOG),
        MessySheet.of("an empty file", Write.csv("")).refusedAs(Refusal.EMPTY),
        MessySheet.of(
                "a web page named .xls",
                Write.text(
                    "log.xls",
                    "<html><table><tr><td>Ref</td></tr></table>",
                    StandardCharsets.UTF_8))
            .refusedAs(Refusal.NOT_A_WORKBOOK));
  }
}

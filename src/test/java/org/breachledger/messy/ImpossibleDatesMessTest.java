package org.breachledger.messy;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.testing.Sheets;

/** Days no calendar has: a gap each, and the row is imported all the same. */
class ImpossibleDatesMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date of incident",
                "occurred",
                "31/02/2024 => gap unreadable_date",
                "30/02/2024 => gap unreadable_date",
                "29/02/2024 => 2024-02-29",
                "29/02/2023 => gap unreadable_date",
                "31/04/2024 => gap unreadable_date",
                "32/01/2024 => gap unreadable_date",
                "00/01/2024 => gap unreadable_date")
            .csv("days beyond their month"),
        Column.of(
                "Date of incident",
                "occurred",
                "13/13/2024 => gap unreadable_date",
                "14/00/2024 => gap unreadable_date",
                "2024-13-01 => gap unreadable_date",
                "2024-02-30 => gap unreadable_date",
                "20240230 => gap unreadable_date",
                "99/99/9999 => gap unreadable_date")
            .xlsx("months beyond the year"),
        Column.of(
                "Date of incident",
                "occurred",
                "31 Feb 2024 => gap unreadable_date",
                "29th February 2023 => gap unreadable_date",
                "29 February 2024 => 2024-02-29",
                "Feb 29, 2100 => gap unreadable_date",
                "31 June 2024 => gap unreadable_date",
                "2021 Feb 30 12:00:00 AM => gap unreadable_date")
            .csv("months in words"),
        Column.of(
                "Date of incident",
                "occurred",
                "00/00/0000 => gap unreadable_date",
                "0000-00-00 => gap unreadable_date",
                "00/01/1900 => gap unreadable_date",
                "1900-01-00 => gap unreadable_date",
                "01/01/1900 => gap unreadable_date",
                "1899-12-30 => gap unreadable_date",
                "9999-12-31 => gap unreadable_date",
                "04/01/1824 => gap unreadable_date",
                "04/01/2204 => gap unreadable_date")
            .csv("what programs write for no date, and slips in the year"),
        MessySheet.of(
                "an impossible text among real dates",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", "1", LocalDate.of(2024, 2, 28), "Loss", "x", 3)
                        .row("Elmbury", "2", "31/02/2024", "Loss", "x", 3)
                        .row("Elmbury", "3", LocalDate.of(2024, 2, 29), "Loss", "x", 3)))
            .expecting(
                """
                2 imported | occurred=2024-02-28
                3 gaps unreadable_date@Date of incident | occurred=-
                4 imported | occurred=2024-02-29
                """),
        MessySheet.of(
                "nothing but an impossible date",
                Write.csv(
                    HEADINGS + "\nElmbury,,31/02/2024,,,\nElmbury,,,,,4\nElmbury,,14/02/2024,,,\n"))
            .expecting(
                """
                2 returned nothing_usable, unreadable_date@Date of incident
                3 returned nothing_usable
                4 gaps blank@People affected, blank@Type of breach | occurred=2024-02-14
                """));
  }
}

package org.breachledger.messy;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.testing.Sheets;

/** Numbers of people as digits: thousands, decimals, ranges, limits; a doubtful one is a gap. */
class CountsAsNumbersMessTest extends Mess {

  private static Column people(String... lines) {
    return Column.of("People affected", "individuals", lines);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        people(
                "320,000 => 320000",
                "1,234,567 => 1234567",
                "1.0 => 1",
                "12.00 => 12",
                "007 => 7",
                "0 => 0",
                " 12  => 12",
                "12 345 => gap unreadable_number",
                "10,20 => gap unreadable_number")
            .csv("thousands and idle zeros"),
        MessySheet.of(
                "pupils alone",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row("School", "Date of incident", "Details of breach", "Pupils affected")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28)))
            .expecting("2 imported | individuals=28"),
        MessySheet.of(
                "a total goes before its parts",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row(
                            "School",
                            "Date of incident",
                            "Details of breach",
                            "Pupils affected",
                            "Staff affected",
                            "Total affected")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28, 2, 30)))
            .expecting("2 imported | individuals=30 | [Pupils affected]=28 | [Staff affected]=2"),
        MessySheet.of(
                "parts without a total are added up",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row(
                            "School",
                            "Date of incident",
                            "Details of breach",
                            "Pupils affected",
                            "Staff affected",
                            "Parents affected")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28, 2, "10-12")))
            .expecting("2 imported | individuals=40..42"),
        MessySheet.of(
                "one part that cannot be read leaves the sum open",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row(
                            "School",
                            "Date of incident",
                            "Details of breach",
                            "Pupils affected",
                            "Staff affected")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28, "many")))
            .expecting("2 gaps unreadable_number@Staff affected | individuals=-"),
        MessySheet.of(
                "all people go before the pupils among them",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row(
                            "School",
                            "Date of incident",
                            "Details of breach",
                            "Pupils affected",
                            "Number of people affected")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28, 30)))
            .expecting("2 imported | individuals=30 | [Pupils affected]=28"),
        MessySheet.of(
                "a question about staff is no number",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Breach log")
                        .row(
                            "School",
                            "Date of incident",
                            "Details of breach",
                            "Pupils affected",
                            "Staff affected?")
                        .row("Elmbury", "14/01/2024", "A list was lost", 28, "Y")))
            .expecting("2 imported | individuals=28 | [Staff affected?]=Y"),
        people(
                "20-30 => 20..30",
                "20–30 => 20..30",
                "20 — 30 => 20..30",
                "20 to 30 => 20..30",
                "1 or 2 => 1..2",
                "between 5 and 10 => 5..10",
                "30-20 => gap unreadable_number",
                "20- => gap unreadable_number")
            .csv("ranges"),
        people(
                "<10 => 0..9",
                "< 10 => 0..9",
                "≤10 => 0..10",
                "up to 300 => 0..300",
                "10 or fewer => 0..10",
                "no more than 5 => 0..5",
                ">50 => gap unreadable_number",
                "50+ => gap unreadable_number",
                "at least 50 => gap unreadable_number",
                "over 1,000 => gap unreadable_number")
            .xlsx("limits: an open one is no number"),
        people(
                "-3 => gap unreadable_number",
                "2.5 => gap unreadable_number",
                "1.000 => gap unreadable_number",
                "12.000 => gap unreadable_number",
                "1E+05 => gap unreadable_number",
                "12? => gap unreadable_number",
                "2/3 => gap unreadable_number",
                "9999999999 => gap unreadable_number",
                "£12 => gap unreadable_number",
                "12% => gap unreadable_number")
            .csv("numbers of no people, or of nobody knows how many"),
        MessySheet.of(
                "number cells",
                Write.xlsx(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row("Elmbury", 1, LocalDate.of(2024, 1, 14), "Loss", "x", 3)
                        .row("Elmbury", 2, LocalDate.of(2024, 1, 14), "Loss", "x", 320_000)
                        .row("Elmbury", 3, LocalDate.of(2024, 1, 14), "Loss", "x", 0)
                        .row("Elmbury", 4, LocalDate.of(2024, 1, 14), "Loss", "x", -1)
                        .row("Elmbury", 5, LocalDate.of(2024, 1, 14), "Loss", "x", 2.5)
                        .row("Elmbury", 6, LocalDate.of(2024, 1, 14), "Loss", "x", 1e15)
                        .row("Elmbury", 7, LocalDate.of(2024, 1, 14), "Loss", "x", true)
                        .row("Elmbury", 8, LocalDate.of(2024, 1, 14), "Loss", "x", "")
                        .row("Elmbury", 9, LocalDate.of(2024, 1, 14), "Loss", "x", "320,000")))
            .expecting(
                """
                2 imported | individuals=3
                3 imported | individuals=320000
                4 imported | individuals=0
                5 gaps unreadable_number@People affected | individuals=-
                6 gaps unreadable_number@People affected | individuals=-
                7 gaps unreadable_number@People affected | individuals=-
                8 gaps unreadable_number@People affected | individuals=-
                9 gaps blank@People affected | individuals=-
                10 imported | individuals=320000
                """),
        MessySheet.of(
                "3-5, which the spreadsheet made a date",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row((Object[]) HEADINGS.split(","))
                        .row(
                            "Elmbury",
                            1,
                            LocalDate.of(2024, 1, 14),
                            "Loss",
                            "x",
                            LocalDate.of(2024, 5, 3))))
            .expecting("2 gaps unreadable_number@People affected | individuals=-"));
  }
}

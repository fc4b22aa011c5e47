package org.breachledger.messy;

import java.util.List;

/** Words where a day should stand: each is a gap, and none becomes a day by guess. */
class VagueDatesMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date of incident",
                "occurred",
                "approx 14/03/2024 => gap unreadable_date",
                "circa 14 March 2024 => gap unreadable_date",
                "on or around 14/03/2024 => gap unreadable_date",
                "14/03/2024? => gap unreadable_date",
                "14/03/2024 (approx) => gap unreadable_date",
                "14/03/2024 ish => gap unreadable_date",
                "before 14/03/2024 => gap unreadable_date",
                "14/03/2024 or earlier => gap unreadable_date",
                "14/03/2024 onwards => gap unreadable_date")
            .csv("a day in doubt"),
        Column.of(
                "Date of incident",
                "occurred",
                "wk beg 11/03/2024 => gap unreadable_date",
                "w/c 14/03/2024 => gap unreadable_date",
                "week commencing 14 March 2024 => gap unreadable_date",
                "w/e 15/03/24 => gap unreadable_date",
                "Spring term 2024 => gap unreadable_date",
                "last Tuesday => gap unreadable_date",
                "half term => gap unreadable_date")
            .xlsx("weeks and terms"),
        Column.of(
                "Date of incident",
                "occurred",
                "14/03/2024 - 16/03/2024 => gap unreadable_date",
                "14/03/2024 to 16/03/2024 => gap unreadable_date",
                "14-16 March 2024 => gap unreadable_date",
                "28 Feb - 12 Mar 2024 => gap unreadable_date",
                "14/03/2024 and 16/03/2024 => gap unreadable_date",
                "14/03/24, 16/03/24 => gap unreadable_date",
                "14/03/2024 & 16th => gap unreadable_date",
                "14/15 March 2024 => gap unreadable_date",
                "14/03 - 16/03/2024 => gap unreadable_date")
            .csv("more than one day"),
        Column.of(
                "Date of incident",
                "occurred",
                "2024 => gap unreadable_date",
                "March 2024 => gap unreadable_date",
                "Mar-24 => gap unreadable_date",
                "03/2024 => gap unreadable_date",
                "14 March => gap unreadable_date",
                "14/03 => gap unreadable_date",
                "Q1 2024 => gap unreadable_date",
                "2023/24 => gap unreadable_date",
                "early March 2024 => gap unreadable_date")
            .csv("a year, a month, or a day without a year"),
        Column.of(
                "Date of incident",
                "occurred",
                "TBC => gap said_unknown",
                "n/k => gap said_unknown",
                "? => gap said_unknown",
                "Not known => gap said_unknown",
                "- => gap blank",
                "n/a => gap blank",
                "see notes => gap unreadable_date",
                "multiple => gap unreadable_date",
                "various => gap unreadable_date",
                "Yes => gap unreadable_date")
            .xls("words that say nobody knows"),
        Column.of(
                "Date closed",
                "closed",
                "Ongoing => -",
                "Not yet => -",
                "Open => -",
                "TBC => gap said_unknown",
                "next week => gap unreadable_date",
                "Closed => undated",
                "Jan 2024 => gap unreadable_date")
            .csv("a duty not done yet"));
  }
}

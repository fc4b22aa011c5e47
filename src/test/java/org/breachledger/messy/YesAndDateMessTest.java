package org.breachledger.messy;

import java.util.List;

/** Whether it was done and when, in one cell. */
class YesAndDateMessTest extends Mess {

  private static Column told(String... lines) {
    return Column.of("ICO notified? (Y/N + date)", "ico_notified", lines);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        told(
                "Y 15/03/24 => 2024-03-15",
                "Y 12/03/24 => 2024-03-12",
                "Yes - 15/03/2024 => 2024-03-15",
                "Yes (15/03/2024) => 2024-03-15",
                "Yes, on 15 March 2024 => 2024-03-15",
                "YES 15.3.24 14:30 => 2024-03-15T14:30:00Z",
                "Yes: 2024-03-15 => 2024-03-15",
                "15/03/2024 => 2024-03-15")
            .csv("yes with its date"),
        told(
                "Y => undated",
                "Yes => undated",
                "✓ => undated",
                "✔ => undated",
                "☑ => undated",
                "TRUE => undated",
                "1 => undated",
                "Yes, by phone => undated",
                "Done => undated",
                "Reported => undated")
            .csv("yes without a date is done at an unknown moment"),
        told(
                "N => -",
                "No => -",
                "No - below the threshold => -",
                "N/A => -",
                "Not required => -",
                "not yet => -",
                "0 => -",
                "FALSE => -",
                " => -",
                "- => -")
            .xlsx("no, not needed, or nothing"),
        told(
                "Yes 15/03/24 by e-mail, ref IC-1 => 2024-03-15",
                "15/03/24 by e-mail => 2024-03-15",
                "15/03/2024 (ref IC-123456-X1Y2) => 2024-03-15",
                "Reported 15/03/2024 => 2024-03-15",
                "Notified ICO online 15/03/24 => 2024-03-15",
                "Y\n15/03/2024 => 2024-03-15")
            .csv("with words that change nothing"),
        told(
                "15/03/2024 decided not to notify => gap unreadable_date",
                "15/03/24 - chased, due next week => gap unreadable_date",
                "15/03/24 something else => gap unreadable_date",
                "Told not to report => gap unreadable_date",
                "No idea => gap unreadable_date",
                "Maybe => gap unreadable_date",
                "Y? => gap unreadable_date",
                "Y/N => gap unreadable_date",
                "Yes / No => gap unreadable_date",
                "n/k yet => gap unreadable_date",
                "see e-mail => gap unreadable_date")
            .csv("with words that may undo it"),
        told(
                "Y approx 15/03/24 => undated & unreadable_date",
                "Y 15/03/24 or 16/03/24 => undated & unreadable_date",
                "Yes w/c 11/03/24 => undated & unreadable_date",
                "Y 31/02/24 => undated & unreadable_date",
                "Y 2024 => undated")
            .xls("done for certain, on a day nobody can tell"),
        told(
                "Y 03/04/24 => gap ambiguous_date",
                "TBC => gap said_unknown",
                "? => gap said_unknown",
                "#REF! => gap cell_error")
            .csv("a date that could be two"));
  }
}

package org.breachledger.messy;

import java.util.List;

/** Months in words, with weekdays, ordinals, commas and whatever a program exports. */
class MonthsInWordsMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "4-Jan-24 => 2024-01-04",
                "04-JAN-2024 => 2024-01-04",
                "4 Sept 24 => 2024-09-04",
                "4/Jan/2024 => 2024-01-04",
                "4.Jan.2024 => 2024-01-04",
                "04Jan2024 => 2024-01-04",
                "4 Jan '24 => 2024-01-04")
            .csv("short months"),
        Column.of(
                "Date closed",
                "closed",
                "3rd March 2025 => 2025-03-03",
                "the 3rd of March 2025 => 2025-03-03",
                "22nd  August,  2025 => 2025-08-22",
                "1st December 2024 => 2024-12-01",
                "3 MARCH 2025 => 2025-03-03")
            .xlsx("ordinals and full months"),
        Column.of(
                "Date closed",
                "closed",
                "Thursday 4th January 2024 => 2024-01-04",
                "Thurs 4 Jan 2024 => 2024-01-04",
                "Thu, 04 Jan 2024 09:30:00 => 2024-01-04T09:30:00Z",
                "4 January 2024 (Thursday) => 2024-01-04",
                "Thursday, January 4, 2024 2:05 PM => 2024-01-04T14:05:00Z")
            .csv("weekdays before and behind"),
        Column.of(
                "Date closed",
                "closed",
                "Jan 4, 2024 => 2024-01-04",
                "January 4th 2024 => 2024-01-04",
                "2021 Feb 04 12:00:00 PM => 2021-02-04T12:00:00Z",
                "2024-Jan-04 => 2024-01-04",
                "Jan-04-2024 => 2024-01-04")
            .csv("month first and year first"),
        Column.of(
                "Date closed",
                "closed",
                "2021 Feb 04 12:00:00 AM => 2021-02-04",
                "2021 Jul 15 12:00:00 AM => 2021-07-15")
            .csv("midnight in every cell of an export"),
        Column.of(
                "Date closed",
                "closed",
                "4 Janaury 2024 => 2024-01-04",
                "4 Febuary 2024 => 2024-02-04",
                "4 Setpember 2024 => gap unreadable_date",
                "4 Foo 2024 => gap unreadable_date",
                "4 Junk 2024 => gap unreadable_date",
                "4 Marble 2024 => gap unreadable_date",
                "4 Mayor 2024 => gap unreadable_date")
            .xls("slips of the pen that leave one month, and words that are none"));
  }
}

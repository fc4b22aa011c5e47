package org.breachledger.messy;

import java.util.List;

/** Dates in numbers: points, strokes, dashes, two-digit years, ISO, with and without a time. */
class NumericDatesMessTest extends Mess {

  @Override
  List<MessySheet> sheets() {
    return List.of(
        Column.of(
                "Date closed",
                "closed",
                "13.6.2023 9.30 => 2023-06-13T08:30:00Z",
                "13.06.23 => 2023-06-13",
                "4.1.2024 => 2024-01-04",
                "04. 01. 2024 => 2024-01-04")
            .text("points", ';'),
        Column.of(
                "Date closed",
                "closed",
                "13/06/2023 => 2023-06-13",
                "13-06-2023 => 2023-06-13",
                "13–06–2023 => 2023-06-13",
                "13‑06‑2023 => 2023-06-13",
                "13 / 06 / 2023 => 2023-06-13",
                "13 06 2023 => 2023-06-13",
                "13/06-2023 => gap unreadable_date",
                "13//06//2023 => gap unreadable_date")
            .csv("strokes, every kind of dash, and blanks between"),
        Column.of(
                "Date closed",
                "closed",
                "13/6/23 => 2023-06-13",
                "13/06/69 => 2069-06-13",
                "13/06/70 => 1970-06-13",
                "13/06/023 => gap unreadable_date",
                "13/06/20234 => gap unreadable_date",
                "13/06/1923 => gap unreadable_date")
            .csv("years of two, three and five digits"),
        Column.of(
                "Date closed",
                "closed",
                "2024-01-04 => 2024-01-04",
                "2024-01-04T09:30 => 2024-01-04T09:30:00Z",
                "2024-07-04T09:30:15.123 => 2024-07-04T08:30:15Z",
                "2024-07-04T09:30:00Z => 2024-07-04T09:30:00Z",
                "2024-07-04 09:30:00 +0100 => 2024-07-04T08:30:00Z",
                "2024-07-04 09:30:00 UTC => 2024-07-04T09:30:00Z",
                "04 Jul 2024 09:30 GMT => 2024-07-04T09:30:00Z",
                "04 Jul 2024 09:30 BST => 2024-07-04T08:30:00Z",
                "20240104 => 2024-01-04",
                "2024/1/4 => 2024-01-04",
                "2024-01 => gap unreadable_date")
            .csv("ISO, with offsets and without"),
        Column.of(
                "Date closed",
                "closed",
                "13/06/2023 at 2pm => 2023-06-13T13:00:00Z",
                "13/06/2023 @ 14:05 => 2023-06-13T13:05:00Z",
                "13/06/2023 - 14:05 => 2023-06-13T13:05:00Z",
                "13/06/2023, 0930 hrs => 2023-06-13T08:30:00Z",
                "14:05 13/06/2023 => 2023-06-13T13:05:00Z",
                "2.05pm on 13/06/2023 => 2023-06-13T13:05:00Z")
            .xlsx("a time behind it or before it"),
        Column.of(
                "Date closed",
                "closed",
                "'13/06/2023 => 2023-06-13",
                "13/06/2023. => 2023-06-13",
                "(13/06/2023) => 2023-06-13",
                "13/06/2023 ; => 2023-06-13",
                "13/06/2023\n => 2023-06-13",
                "13\u00a0/\u00a006/2023 => 2023-06-13")
            .csv("with idle signs around it"));
  }
}

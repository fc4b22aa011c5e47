package org.breachledger.messy;

import java.util.List;

/** Numbers of people as words, with words beside them, or only words. */
class CountsInWordsMessTest extends Mess {

  private static Column people(String... lines) {
    return Column.of("People affected", "individuals", lines);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        people(
                "approx 30 => 30",
                "approx. 20 – 30 => 20..30",
                "c. 40 => 40",
                "c40 => 40",
                "circa 1,200 => 1200",
                "~30 => 30",
                "about 30 pupils => 30",
                "30 (approx) => 30",
                "approx => gap unreadable_number")
            .csv("about so many"),
        people(
                "12 pupils => 12",
                "1 child => 1",
                "2 members of staff => 2",
                "30 families => gap unreadable_number",
                "2 classes => gap unreadable_number",
                "1 pupil and 2 parents => gap unreadable_number",
                "3 pupils (siblings) => gap unreadable_number")
            .xlsx("people, and what holds more than one of them"),
        people(
                "thirty => 30",
                "Twenty-five => 25",
                "two pupils => 2",
                "One => 1",
                "fewer than ten => 0..9",
                "up to fifty => 0..50",
                "two or three => 2..3",
                "one hundred => 100",
                "two hundred and fifty => 250",
                "thirty (30) => 30",
                "a few => gap unreadable_number",
                "dozens => gap unreadable_number",
                "several => gap unreadable_number")
            .csv("numbers in letters"),
        people(
                "all Year 7 => gap unreadable_number",
                "Year 7 => gap unreadable_number",
                "whole school => gap unreadable_number",
                "All staff => gap unreadable_number",
                "class of 30 => gap unreadable_number",
                "7B => gap unreadable_number",
                "multiple => gap unreadable_number",
                "Yes => gap unreadable_number")
            .csv("groups whose size the log does not tell"),
        people(
                "TBC => gap said_unknown",
                "n/k => gap said_unknown",
                "Unknown => gap said_unknown",
                "? => gap said_unknown",
                "not yet known => gap said_unknown",
                "- => gap blank",
                "n/a => gap blank",
                "\\N => gap blank",
                "NULL => gap blank")
            .xls("nobody knows, or nothing is written"),
        people("None => 0", "nil => 0", "No one => 0", "Nobody => 0", "zero => 0", "0 => 0")
            .csv("nobody is a number"),
        people("#N/A => gap cell_error", "#REF! => gap cell_error", "#VALUE! => gap cell_error")
            .csv("failures of formulas as text"));
  }
}

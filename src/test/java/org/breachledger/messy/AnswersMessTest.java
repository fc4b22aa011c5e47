package org.breachledger.messy;

import java.util.List;
import org.breachledger.testing.Sheets;

/** Answers to questions: Yes, No, marks, and blanks, which are not No. */
class AnswersMessTest extends Mess {

  private static Column encrypted(String... lines) {
    return Column.of("Encrypted (Y/N)", "encrypted", lines);
  }

  @Override
  List<MessySheet> sheets() {
    return List.of(
        encrypted(
                "Yes => yes",
                "y => yes",
                "YES  => yes",
                "True => yes",
                "1 => yes",
                "No => no",
                "n => no",
                "NO. => no",
                "false => no",
                "0 => no")
            .csv("yes and no"),
        encrypted(" => -", "- => -", "n/a => -", "N/A => -", "\\N => -", "NULL => -", ". => -")
            .csv("blank is not No"),
        encrypted(
                "n/a (paper) => gap unreadable_answer",
                "N/A - inbound => gap unreadable_answer",
                "n / a: paper => gap unreadable_answer",
                "n/k - asked the supplier => unknown",
                "No / paper => no",
                "N (paper) => no")
            .csv("not applicable is not No, whatever stands behind it"),
        encrypted(
                "✓ => yes",
                "✔ => yes",
                "☑ => yes",
                "√ => yes",
                "✗ => no",
                "✘ => no",
                "☐ => -",
                "x => gap unreadable_answer",
                "X => gap unreadable_answer",
                "☒ => gap unreadable_answer")
            .xlsx("marks: a cross may be ticked or crossed out"),
        encrypted(
                "Unknown => unknown",
                "n/k => unknown",
                "Don't know => unknown",
                "TBC => unknown",
                "? => unknown",
                "Y? => gap unreadable_answer",
                "Yes? => gap unreadable_answer",
                "maybe => gap unreadable_answer",
                "partly => gap unreadable_answer",
                "No idea => gap unreadable_answer")
            .csv("nobody knows, or not for certain"),
        encrypted(
                "Yes/No => gap unreadable_answer",
                "Y/N => gap unreadable_answer",
                "Y / N => gap unreadable_answer",
                "Yes or No => gap unreadable_answer",
                "Yes (BitLocker) => yes",
                "No, password only => no",
                "Yes - device only => yes",
                "Yes; No => gap unreadable_answer",
                "Yes but the key was with it => gap unreadable_answer")
            .csv("a form nobody filled in, and answers with more words"),
        MessySheet.of(
                "true and false of a workbook, and nothing",
                Write.xls(
                    Sheets.book()
                        .sheet("Log")
                        .row(
                            "School", "Incident no", "Date of incident", "Breach type", "Encrypted")
                        .row("Elmbury", "1", "14/01/2024", "Loss", true)
                        .row("Elmbury", "2", "14/01/2024", "Loss", false)
                        .row("Elmbury", "3", "14/01/2024", "Loss", "")
                        .row("Elmbury", "4", "14/01/2024", "Loss", 1)
                        .row("Elmbury", "5", "14/01/2024", "Loss", 0)
                        .row("Elmbury", "6", "14/01/2024", "Loss", 2)))
            .expecting(
                """
                2 imported | encrypted=yes
                3 imported | encrypted=no
                4 imported | encrypted=-
                5 imported | encrypted=yes
                6 imported | encrypted=no
                7 gaps unreadable_answer@Encrypted | encrypted=-
                """));
  }
}

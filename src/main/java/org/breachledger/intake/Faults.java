package org.breachledger.intake;

/** The faults of a cell, each with what was expected there and what to do. */
enum Faults {
  UNREADABLE_DATE(
      "a date such as 04/01/2024 or 4 Jan 2024, with or without a time such as 14:05",
      "Write the date of this cell in full."),
  AMBIGUOUS_DATE(
      "a date with one reading; nothing in this file shows whether the day or the month is first",
      "Write the month as a word, such as 3 Apr 2024, or import with a profile that says the"
          + " order."),
  OTHER_ORDER(
      "a date in the order of this file's other dates",
      "Write the month as a word, such as 3 Apr 2024."),
  SKIPPED_HOUR(
      "a time that clocks showed; in this hour they went forward",
      "Check the time and write it again."),
  UNREADABLE_TIME("a time such as 14:05 or 2.30pm", "Write the time of this cell in full."),
  UNREADABLE_NUMBER(
      "a number of people such as 12, 20-30, <10 or up to 300",
      "Write the number, or the highest it can be."),
  UNREADABLE_WHOLE("a whole number such as 3", "Write the number only."),
  UNREADABLE_LEVEL("a Category Level: 0, 1 or 2", "Write 0, 1 or 2."),
  UNREADABLE_ANSWER("Yes, No or Unknown", "Write Yes, No or Unknown."),
  UNKNOWN_WORD("one of the words this column knows", "Write one of these words."),
  CONTRADICTED("what another column of this row says, too", "Correct one of the two columns."),
  SAID_UNKNOWN("a value; the log says it is not known", "Write it when it is known."),
  TOO_LONG(
      "at most 200 characters; references and schools' names are short",
      "Shorten it, or move the text to the description."),
  CELL_ERROR("a value, not a formula's failure", "Mend the formula or write the value."),
  AS_ABOVE(
      "the value itself; which row is meant is lost when rows are sorted",
      "Write the value out in this row."),
  BLANK("a value; the cell is empty", "Write it when it is known."),
  NO_SCHOOL(
      "the school's name in a column, a title, the sheet's name or an option",
      "Write the school in the row, or name it when you send the file (--school)."),
  NOTHING_USABLE(
      "at least a date, a type, a description or a reference of an incident",
      "Fill in one of them, or delete the row if it is no incident.");

  private final String expected;
  private final String toDo;

  Faults(String expected, String toDo) {
    this.expected = expected;
    this.toDo = toDo;
  }

  /** The notice of this fault in a cell. */
  Notice in(String heading, String read) {
    return expecting(heading, read, expected);
  }

  /** The notice of this fault where something else is expected than usual. */
  Notice expecting(String heading, String read, String otherwise) {
    return new Notice(name().toLowerCase(java.util.Locale.ROOT), heading, read, otherwise, toDo);
  }
}

package org.breachledger.intake;

/** Why a file is refused, each with what its sender is told. */
public enum Refusal {
  MISSING("There is no such file, or it cannot be opened; check the path and its permissions."),
  EMPTY("This file is empty; save the log again and send that file."),
  PASSWORD(
      "This workbook is password-protected, so nothing was read; take the password off and send it"
          + " again."),
  BINARY_WORKBOOK(
      "This is a binary workbook (.xlsb), which is not read; open it in Excel, save it as .xlsx and"
          + " send that."),
  OLD_WORKBOOK(
      "This workbook is of Excel 95 or older, which is not read; open it in Excel, save it as .xlsx"
          + " and send that."),
  NOT_A_WORKBOOK(""),
  BROKEN(
      "This workbook is damaged and cannot be read; open it in Excel, save it again as .xlsx and"
          + " send that."),
  TOO_LARGE(""),
  ZIP_BOMB(
      "This workbook unpacks to far more than a log can hold, so it was not opened; save the log"
          + " again as .xlsx and send that."),
  DOCTYPE(
      "This workbook declares XML entities, which no spreadsheet program writes, so it was not"
          + " opened; save the log again as .xlsx and send that."),
  BROKEN_TEXT(""),
  PROFILE_DOES_NOT_FIT(""),
  NO_LOG(
      "no incident log found: no sheet has a heading row with a date or a reference and what"
          + " happened; send the log itself, or name a profile for its headings.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** This refusal in its own words. */
  public Refused said() {
    return new Refused(this, sentence);
  }

  /** This refusal in words that fit one file. */
  public Refused saying(String words) {
    return new Refused(this, words);
  }
}

package org.breachledger.intake;

import java.util.List;

/**
 * A sheet that holds no log.
 *
 * @param filled whether it holds anything at all
 * @param seems what it seems to be and what to do; empty where nobody could tell
 */
record OtherSheet(GridSheet sheet, boolean filled, String seems) {

  /** The refusal of a file none of whose sheets holds a log, in words that fit what it holds. */
  static Refused noLog(List<OtherSheet> sheets) {
    if (sheets.stream().noneMatch(OtherSheet::filled)) {
      return Refusal.NO_LOG.saying(
          "no incident log found: no cell of this file is filled in; save the log again and send"
              + " that file.");
    }
    return sheets.stream()
        .filter(sheet -> !sheet.seems.isEmpty())
        .findFirst()
        .map(sheet -> Refusal.NO_LOG.saying("no incident log found: " + sheet.seems))
        .orElseGet(Refusal.NO_LOG::said);
  }
}

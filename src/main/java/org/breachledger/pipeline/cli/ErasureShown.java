package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.pipeline.erasure.FoundWords;
import org.breachledger.pipeline.erasure.OriginalSearch;
import org.breachledger.pipeline.erasure.Outstanding;
import org.breachledger.pipeline.erasure.Relearning;
import org.jspecify.annotations.Nullable;

/** What destruction, redaction and the search for words answer beside their numbers. */
final class ErasureShown {

  private static final int SHOWN = 12;

  private ErasureShown() {}

  /** What else happened beside a destruction or redaction, and what a person has left to do. */
  static List<String> afterwards(Relearning.Outcome learned, Outstanding outstanding) {
    List<String> said = new ArrayList<>();
    if (!learned.forgotten().isEmpty()) {
      said.add(
          "What had been learned from them is taken away"
              + (learned.learnedAnew()
                  ? ", and learned anew from the others: look at the new version before it is"
                      + " switched on."
                  : "; too little is confirmed to learn anew."));
    }
    if (outstanding.files() > 0 || !outstanding.swept()) {
      said.add(
          (outstanding.swept() ? outstanding.files() + " files" : "Files")
              + " could not be removed yet; that is tried again at every start of the program.");
    }
    if (!outstanding.judged()) {
      said.add(
          "What stays on the register could not be judged anew; breachledger run nightly does it.");
    }
    said.add(
        "Rows to fix that were written elsewhere with --returns, originals that archive give wrote,"
            + " and papers that were sent or printed are yours to delete.");
    return said;
  }

  static int code(Outstanding outstanding) {
    return outstanding.nothing() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** The word for programs. */
  static String status(int code) {
    return code == ExitCode.DONE ? "done" : "incomplete";
  }

  /** Where nobody could look, and last what is above the places. */
  static List<String> found(OriginalSearch.Outcome outcome) {
    List<String> said = new ArrayList<>();
    for (OriginalSearch.Original one : outcome.unread()) {
      said.add(
          "Not looked through: the original of import "
              + one.importId()
              + ", sha256 "
              + one.sha256().substring(0, SHOWN)
              + ".");
    }
    if (!outcome.unread().isEmpty()) {
      said.add(
          "Words may stand there. Bring what is missing or damaged in archive/, or the key"
              + " secrets/archive.key, back from a backup and search again; where that is of no"
              + " help, look by hand through the sender's own file.");
    }
    said.add(
        !outcome.found().isEmpty()
            ? "Found in:"
            : outcome.unread().isEmpty()
                ? "Found nowhere."
                : "Found nowhere in what could be looked through.");
    return said;
  }

  static Map<String, @Nullable Object> row(FoundWords found) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("subject", found.subject());
    row.put("place", found.place());
    row.put("times", found.times());
    return row;
  }

  static String line(FoundWords found) {
    return found.subject()
        + ": "
        + found.place()
        + (found.times() == 1 ? "" : ", " + found.times() + " times");
  }
}

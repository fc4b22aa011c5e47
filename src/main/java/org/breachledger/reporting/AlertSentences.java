package org.breachledger.reporting;

/** What an alert pack says in plain sentences, made of its numbers alone. */
public final class AlertSentences {

  private final AlertPack pack;

  /** The sentences of one pack. */
  public AlertSentences(AlertPack pack) {
    this.pack = pack;
  }

  /** The one sentence to remember. */
  public String headline() {
    TypeVerdict type = pack.type();
    String where = pack.allSchools() ? " over all schools" : " at " + pack.scope();
    String whose = type.judged().ofSome() ? " that submitted every month" : "";
    return type.title()
        + (type.verdict() == HalfVerdict.NEW ? " is new" : " did not become fewer")
        + where
        + whose
        + ".";
  }

  /** The two counts in a sentence. */
  public String counts() {
    TypeVerdict type = pack.type();
    return "There "
        + Words.was(type.current())
        + " "
        + Words.count(type.current(), "incident")
        + " of this type from "
        + pack.imprint().halves().currentWords()
        + ", and "
        + Words.count(type.previous(), "incident")
        + " from "
        + pack.imprint().halves().previousWords()
        + "."
        + compared(type);
  }

  /** The counts the verdict compares, where they are not all. */
  private static String compared(TypeVerdict type) {
    return type.judged().ofSome()
        ? " The schools that submitted every month had "
            + type.judged().current()
            + " and "
            + type.judged().previous()
            + "; "
            + Words.count(type.judged().leftOut(), "school")
            + (type.judged().leftOut() == 1 ? " is" : " are")
            + " left out of the comparison."
        : "";
  }

  /** What is asked of the reader. */
  public String request() {
    return "Please acknowledge this alert, forward it to the board, and record what is decided:"
        + " one action or more, each with an owner and a date. The next comparison shows whether it"
        + " helped.";
  }

  /** How many incidents are listed. */
  public String incidents() {
    int number = pack.incidents().size();
    return number == 0
        ? "No incident is listed."
        : Words.capitalCount(number, "incident")
            + " of both halves, the latest first. Each can be found by its reference, or by the"
            + " import, sheet and row it was read from.";
  }
}

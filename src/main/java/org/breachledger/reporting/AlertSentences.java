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
    String where = " at " + pack.scope();
    return type.verdict() == HalfVerdict.NEW
        ? type.title() + " is new" + where + "."
        : type.title() + " did not become fewer" + where + ".";
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
        + ".";
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

package org.breachledger.pipeline.imports;

import java.util.List;

/**
 * How the undoing of an import ended.
 *
 * @param messages plain sentences: what was undone, or why not and what to do
 */
public record UndoOutcome(Status status, List<String> messages) {

  /** How it ended. */
  public enum Status {
    /** It is undone, and every later import that had to be. */
    UNDONE,
    /** Somebody had undone it before; nothing changed. */
    ALREADY_UNDONE,
    /** It was refused when it came, so nothing of it is in the register; nothing changed. */
    NOTHING_TO_UNDO,
    /** It cannot be undone, or not alone; nothing changed. */
    REFUSED,
    /** There is no import of that number. */
    UNKNOWN
  }

  /** Copies the messages. */
  public UndoOutcome {
    messages = List.copyOf(messages);
  }

  /** The status as scripts read it. */
  public String statusWord() {
    return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

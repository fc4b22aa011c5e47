package org.breachledger.intake;

/** Takes the rows of a log one after another, in the order of the file. */
@FunctionalInterface
public interface RowSink {

  /** Takes one row; called on the reading thread. */
  void take(ReadRow row);
}

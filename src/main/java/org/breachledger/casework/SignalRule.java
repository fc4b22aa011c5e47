package org.breachledger.casework;

import java.time.Duration;
import java.util.Set;

/**
 * What makes a signal of the lines of an access log: enough of them by one account, or from one
 * address, close together.
 *
 * <p>A signal is the longest chain of lines each of which belongs to some stretch of at most {@code
 * within} that reaches a threshold, and none of which follows the one before it by more than {@code
 * within}. Both edges are inclusive: lines exactly {@code within} apart are close together. Reading
 * a log backwards gives the same signals.
 *
 * @param code the rule's key, such as {@code failed-log-ins}
 * @param title what it found, in plain words without a name
 * @param counts what one counted line is called, such as {@code failed log-in}
 * @param by whose lines are taken together
 * @param events the kinds of line that count; empty for all
 * @param except kinds of line that do not count though {@code events} would take them
 * @param closedOnly whether only lines outside opening hours count
 * @param within how close together
 * @param lines so many lines reach the threshold; 0 where lines alone never do
 * @param records so many records in all reach the threshold; 0 where records never do
 * @param addresses so many different addresses reach the threshold; 0 where addresses never do
 * @param breachType the code under which a promoted signal is put forward
 */
public record SignalRule(
    String code,
    String title,
    String counts,
    By by,
    Set<String> events,
    Set<String> except,
    boolean closedOnly,
    Duration within,
    int lines,
    long records,
    int addresses,
    String breachType) {

  /** Whose lines are taken together. */
  public enum By {
    ACCOUNT,
    ADDRESS
  }

  /** Copies the sets and refuses a rule that nothing could reach. */
  public SignalRule {
    events = Set.copyOf(events);
    except = Set.copyOf(except);
    if (lines <= 0 && records <= 0 && addresses <= 0) {
      throw new IllegalArgumentException("a signal rule needs a threshold");
    }
  }

  /** Whether so many lines, records and addresses make a signal. */
  boolean reached(int lineCount, long recordSum, int addressCount) {
    return (lines > 0 && lineCount >= lines)
        || (records > 0 && recordSum >= records)
        || (addresses > 0 && addressCount >= addresses);
  }

  /** Whether a line without records changes nothing for this rule. */
  boolean recordsOnly() {
    return lines == 0 && addresses == 0;
  }
}

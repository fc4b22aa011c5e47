package org.breachledger.keeping;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one school keeps, for how long, and how much of it is due.
 *
 * @param name as it is to be called
 * @param setting its own or the one for every other school; empty where nobody set one
 * @param lines its incidents on the register
 */
public record SchoolRetention(
    int schoolId, String name, Optional<RetentionSetting> setting, List<RetentionLine> lines) {

  /** Copies the lines. */
  public SchoolRetention {
    lines = List.copyOf(lines);
  }

  /** How many incidents are kept. */
  public int kept() {
    return lines.size();
  }

  /** How many of them are closed. */
  public int closed() {
    return count(line -> line.state().closed());
  }

  /** How many of them are due, held ones included. */
  public int due() {
    return count(RetentionLine::isDue);
  }

  /** How many of them a legal hold covers, due or not. */
  public int held() {
    return count(RetentionLine::held);
  }

  /** How many are closed on a day nobody knows and cannot be counted from any other. */
  public int withoutDay() {
    return count(line -> line.state() == RetentionState.NO_DAY);
  }

  /** How many lines there are of a kind. */
  public int count(Predicate<RetentionLine> kind) {
    return (int) lines.stream().filter(kind).count();
  }
}

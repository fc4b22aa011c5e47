package org.breachledger.casework;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * What makes signals of access logs, from {@code jobs/intake/signals.yaml} and the calendars it
 * names. Each log is watched by a {@link SignalWatch} of its own.
 */
public final class SignalRules {

  private final SignalRulesFile file;
  private final Duration disorder;
  private final Set<String> notPeople;
  private final List<SignalRule> rules;
  private final @Nullable Integer lastYear;

  private SignalRules(SignalRulesFile file) {
    this.file = file;
    this.disorder = file.disorder();
    this.notPeople = file.notPeople();
    this.rules = file.rules();
    this.lastYear = file.hours().lastYearOfBankHolidays();
  }

  /**
   * Reads the rules and their calendars.
   *
   * @throws org.breachledger.policy.RefusedTable naming file and line, where one cannot be used
   */
  public static SignalRules read(PolicySource source) {
    return new SignalRules(SignalRulesFile.read(source));
  }

  /** The rules in the order of the file. */
  public List<SignalRule> rules() {
    return rules;
  }

  /** How far a line may stand behind its place in time; beyond that the whole log is sorted. */
  public Duration disorder() {
    return disorder;
  }

  /** The last year for which bank holidays are listed; null where none are. */
  public @Nullable Integer lastYearOfBankHolidays() {
    return lastYear;
  }

  /** Whether an account is a program's own. */
  boolean isProgram(String account) {
    return notPeople.contains(FoldedText.of(account));
  }

  /** The words of lines, for one watch. */
  EventWords words() {
    return file.words();
  }

  /** The opening hours, for one watch. */
  OpeningHours hours() {
    return file.hours();
  }
}

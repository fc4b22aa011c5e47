package org.breachledger.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rule of signals looks for, in a sentence a person without its file understands. */
public final class SignalRuleWords {

  private SignalRuleWords() {}

  /**
   * Its thresholds, such as {@code 5 failed log-ins or more of one account, close together: within
   * 10 minutes.}
   */
  public static String of(SignalRule rule) {
    List<String> thresholds = new ArrayList<>();
    if (rule.lines() > 0) {
      thresholds.add(counted(rule.lines(), rule.counts()));
    }
    if (rule.records() > 0) {
      thresholds.add(counted(rule.records(), "record"));
    }
    if (rule.addresses() > 0) {
      thresholds.add(counted(rule.addresses(), "address"));
    }
    return String.join(" or ", thresholds)
        + " or more"
        + (rule.by() == SignalRule.By.ACCOUNT ? " of one account" : " from one address")
        + (rule.closedOnly() ? " outside opening hours" : "")
        + ", close together: within "
        + within(rule.within())
        + ".";
  }

  private static String within(Duration within) {
    return within.toMinutes() % 60 == 0
        ? counted(within.toHours(), "hour")
        : counted(within.toMinutes(), "minute");
  }

  private static String counted(long number, String what) {
    String more = what.endsWith("ss") ? what + "es" : what + "s";
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? what : more);
  }
}

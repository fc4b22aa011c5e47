package org.breachledger.casework;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.breachledger.calendar.London;

/** What a signal rests on, in plain words that name nobody. */
public final class SignalEvidence {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private SignalEvidence() {}

  /** Counts and times, such as {@code 12 failed log-ins from 2 addresses, Monday 2 March …}. */
  public static String of(Signal signal) {
    StringBuilder words = new StringBuilder();
    words.append(counted(signal.lines(), signal.rule().counts()));
    if (signal.records() > 0) {
      words.append(" with ").append(counted(signal.records(), "record"));
    }
    if (signal.addresses() > 0 && signal.rule().by() == SignalRule.By.ACCOUNT) {
      words.append(" from ").append(counted(signal.addresses(), "address"));
    }
    return words.append(", ").append(when(signal)).toString();
  }

  private static String counted(long number, String what) {
    String more = what.endsWith("ss") ? what + "es" : what + "s";
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? what : more);
  }

  private static String when(Signal signal) {
    LocalDateTime from = local(signal.from());
    LocalDateTime to = local(signal.to());
    String begun = DAY.format(from);
    if (from.toLocalDate().equals(to.toLocalDate())) {
      return from.getHour() == to.getHour() && from.getMinute() == to.getMinute()
          ? begun
          : begun + " to " + TIME.format(to);
    }
    return begun + " to " + DAY.format(to);
  }

  private static LocalDateTime local(java.time.Instant moment) {
    return LocalDateTime.ofInstant(moment, London.ZONE);
  }
}

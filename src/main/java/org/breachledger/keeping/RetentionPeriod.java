package org.breachledger.keeping;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How long a closed case stays on the register [002]: whole months or whole years, never days.
 *
 * @param length from 1 to {@link Unit#longest}
 */
public record RetentionPeriod(int length, Unit unit) {

  /** What a period is counted in. */
  public enum Unit {
    /** Calendar months. */
    MONTHS(1200),
    /** Calendar years. */
    YEARS(100);

    private final int longest;

    Unit(int longest) {
      this.longest = longest;
    }

    /** The longest period that is not taken for a slip of the pen: a century. */
    public int longest() {
      return longest;
    }

    /** As the register writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses a length nobody can mean. */
  public RetentionPeriod {
    if (length < 1 || length > unit.longest()) {
      throw new IllegalArgumentException(
          "a period is from 1 to " + unit.longest() + " " + unit.code() + ", not " + length);
    }
  }

  /**
   * The London day from whose first moment on a case is due: the day of the same number after the
   * period. Where that month is too short it is the month's last day, so that what was closed on 29
   * February is due on 28 February of an ordinary year, and on 29 February of a leap year.
   */
  public LocalDate dueAfter(LocalDate day) {
    return unit == Unit.YEARS ? day.plusYears(length) : day.plusMonths(length);
  }

  /** {@code 1 month}, {@code 6 years}. */
  public String words() {
    String words = unit.code();
    return length + " " + (length == 1 ? words.substring(0, words.length() - 1) : words);
  }
}

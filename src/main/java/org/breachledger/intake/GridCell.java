package org.breachledger.intake;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One cell as its file holds it, before anybody asks what it means.
 *
 * @param kind what the file says it holds
 * @param text as a person reads it, cleaned by {@link CleanText}; ISO for dates
 * @param time for a date, the local time it holds; otherwise null
 * @param showsTime for a date, whether its format shows a time of day or it is not midnight
 */
public record GridCell(Kind kind, String text, @Nullable LocalDateTime time, boolean showsTime) {

  /** What a cell holds. */
  public enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    DATE,
    /** A formula's failure, such as {@code #N/A}. */
    ERROR
  }

  private static final Set<String> FAILURES =
      Set.of(
          "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  /** Nothing written. */
  public static final GridCell BLANK = new GridCell(Kind.BLANK, "", null, false);

  /** A text, cleaned; blank where nothing is left of it, a failure where it is one written out. */
  public static GridCell text(String raw) {
    String clean = CleanText.of(raw);
    if (clean.startsWith("#") && FAILURES.contains(clean)) {
      return error(clean);
    }
    return clean.isEmpty() ? BLANK : new GridCell(Kind.TEXT, clean, null, false);
  }

  /** A number in plain digits. */
  public static GridCell number(String digits) {
    return new GridCell(Kind.NUMBER, digits, null, false);
  }

  /**
   * A date.
   *
   * @param format the number format it is shown in
   */
  public static GridCell date(LocalDateTime time, String format) {
    boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
    boolean shows = !midnight || format.toLowerCase(Locale.ROOT).contains("h");
    String text = shows ? time.toString() : time.toLocalDate().toString();
    return new GridCell(Kind.DATE, text, time, shows);
  }

  /** A formula's failure. */
  public static GridCell error(String code) {
    return new GridCell(Kind.ERROR, code, null, false);
  }

  /** Whether nothing is written here. */
  public boolean blank() {
    return kind == Kind.BLANK;
  }

  /** Says what kind of cell it is, not what it says: it may name a person. */
  @Override
  public String toString() {
    return "GridCell[" + kind + "]";
  }
}

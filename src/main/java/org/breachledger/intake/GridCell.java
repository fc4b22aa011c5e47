package org.breachledger.intake;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One cell as its file holds it, before anybody asks what it means.
 *
 * @param kind what the file says it holds
 * @param text as a person reads it, cleaned by {@link CleanText}; ISO for dates
 * @param time for a date, the local time it holds; otherwise null
 * @param showsTime for a date, whether its format shows a time of day or it is not midnight
 * @param format the number format it is shown in, so that it can be given back looking the same;
 *     empty where it has none of its own
 */
public record GridCell(
    Kind kind, String text, @Nullable LocalDateTime time, boolean showsTime, String format) {

  /** What a cell holds. */
  public enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    DATE,
    /** A formula's failure, such as {@code #N/A}. */
    ERROR
  }

  /** Eight times what a spreadsheet's cell can hold; a longer text comes of a damaged export. */
  public static final int LONGEST = 262_144;

  private static final Set<String> FAILURES =
      Set.of(
          "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  /** Nothing written. */
  public static final GridCell BLANK = new GridCell(Kind.BLANK, "", null, false, "");

  /** A formula whose value its file does not hold, because nobody calculated it. */
  public static final GridCell UNCALCULATED = error("a formula that was never calculated");

  /** What spreadsheets and exports put before a text so that it stays one. */
  private static final Pattern GUARD = Pattern.compile("^'(?=[=+@-]|[\\d/.:, TZ-]+$)");

  /** A text, cleaned; blank where nothing is left of it, a failure where it is one written out. */
  public static GridCell text(String raw) {
    String clean = CleanText.of(raw);
    if (clean.startsWith("'")) {
      clean = GUARD.matcher(clean).replaceFirst("");
    }
    if (clean.startsWith("#") && FAILURES.contains(clean)) {
      return error(clean);
    }
    return clean.isEmpty() ? BLANK : new GridCell(Kind.TEXT, clean, null, false, "");
  }

  /** A number in plain digits. */
  public static GridCell number(String digits) {
    return number(digits, "");
  }

  /** A number in plain digits, with the number format it is shown in. */
  public static GridCell number(String digits, String format) {
    return new GridCell(Kind.NUMBER, digits, null, false, format);
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
    return new GridCell(Kind.DATE, text, time, shows, format);
  }

  /** A formula's failure. */
  public static GridCell error(String code) {
    return new GridCell(Kind.ERROR, code, null, false, "");
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

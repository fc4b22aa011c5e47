package org.breachledger.incident;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What papers and messages call an incident and a school: nobody may be identified by them, and
 * what somebody wrote where a reference or a school's name belongs may be anything.
 */
public final class Printable {

  private static final int LONGEST = 40;
  private static final int LONGEST_CODE = 6;
  private static final int LONGEST_MARK = 2;
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}0-9 ./_#:()-]");

  /** What a log's own number is called, beside letters that stand for it. */
  private static final Set<String> WORDS =
      Set.of(
          "breach",
          "case",
          "data",
          "event",
          "inc",
          "incident",
          "log",
          "miss",
          "near",
          "num",
          "number",
          "ref",
          "reference",
          "report",
          "row");

  private Printable() {}

  /**
   * The reference of an incident where it is plainly one: with a figure, and no words but those a
   * log's number is called by; capitals stand for a school or a year. Otherwise {@code incident}
   * and its number on the register, which leads back to it all the same.
   *
   * @param reference as written; null where none was given
   */
  public static String reference(@Nullable String reference, long incidentId) {
    return reference != null && plain(reference) ? reference : "incident " + incidentId;
  }

  private static boolean plain(String reference) {
    if (reference.length() > LONGEST
        || !DIGIT.matcher(reference).find()
        || OTHER.matcher(reference).find()) {
      return false;
    }
    Matcher letters = LETTERS.matcher(reference);
    while (letters.find()) {
      if (!known(letters.group())) {
        return false;
      }
    }
    return true;
  }

  private static boolean known(String letters) {
    boolean code =
        letters.length() <= LONGEST_CODE && letters.equals(letters.toUpperCase(Locale.ROOT));
    return code
        || letters.length() <= LONGEST_MARK
        || WORDS.contains(letters.toLowerCase(Locale.ROOT));
  }

  /** The name of a school the DPO has confirmed; its number where nobody has. */
  public static String school(String name, boolean confirmed, int schoolId) {
    return confirmed ? name : "a school to confirm (number " + schoolId + ")";
  }
}

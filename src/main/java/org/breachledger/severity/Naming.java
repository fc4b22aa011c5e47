package org.breachledger.severity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text names something, from the beginning of a word on, or names it only to say
 * that there was none: "no special category data" names none. Where the words leave it open, it is
 * named: a person sees the factor and can rule it out, but nobody looks for one that is missing.
 */
final class Naming {

  /**
   * What is said of one thing: a list joined by "or" is one, so that a "no" before it is of all.
   */
  private static final Pattern END =
      Pattern.compile("\\.(?!\\s*\\d)|[;\\n]|\\b(?:but|only|however|except)\\b");

  /** A "no" with nothing between that turns to something else. */
  private static final Pattern NONE_BEFORE =
      Pattern.compile(
          "(?:\\b(?:no(?!\\s+longer)|without|non|nor|neither|excluding|excludes|excluded|none of)\\b"
              + "|(?:\\bnot|\\bnever|n['\u2019]t)\\s+"
              + "(?:any|(?:includ|contain|involv|affect|concern)\\w*)\\b"
              + "|\\bnot\\s*$)"
              + "(?<rest>(?!.*\\b(?:on|for|with|in|to|from|about|over|at|that|by|and|plus|yes)\\b|.*\\s[-/]\\s)"
              + "[^&+:=()|\u2013\u2014]*)$");

  /** A stem leaves the end of its word behind. */
  private static final String WORD_ENDS = "^\\p{L}*+";

  private static final Pattern NONE_AFTER =
      Pattern.compile(
          WORD_ENDS
              + "\\s*(?:(?:data|information|details|records?|origin|beliefs?|opinions?|membership|orientation)\\b)?\\s*[:=?(–—-]*\\s*"
              + "(?:(?:(?:was|were|is|are)\\s+)?not\\s+"
              + "(?:includ|involv|affect|disclos|contain|present|at risk|compromis|shared)\\w*"
              + "|(?:was\\s+|were\\s+)?(?:no|none|nil|n|false)\\s*(?:[,)/|]|$))");

  private static final Pattern YES = Pattern.compile(WORD_ENDS + "\\W*(?:data\\W*)?yes\\b");

  private static final Pattern OR = Pattern.compile("\\b(?:or|nor)\\b");

  private Naming() {}

  /**
   * Whether one of the places where the words stand is no denial.
   *
   * @param text in lower case
   * @param words in lower case
   */
  static boolean names(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      boolean within = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
      if (!within && !denied(text, at, at + words.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean denied(String text, int start, int end) {
    String before = text.substring(0, start);
    Matcher ends = END.matcher(before);
    int from = 0;
    while (ends.find()) {
      from = ends.end();
    }
    Matcher next = END.matcher(text).region(end, text.length());
    String after = text.substring(end, next.find() ? next.start() : text.length());
    return !YES.matcher(after).find()
        && (deniedBefore(before.substring(from), after) || NONE_AFTER.matcher(after).find());
  }

  /** A comma ends what a "no" is of, unless an "or" says that the list goes on. */
  private static boolean deniedBefore(String before, String after) {
    Matcher none = NONE_BEFORE.matcher(before);
    if (!none.find()) {
      return false;
    }
    String rest = none.group("rest");
    return rest == null
        || !rest.contains(",")
        || OR.matcher(rest).find()
        || OR.matcher(after).find();
  }
}

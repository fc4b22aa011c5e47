package org.breachledger.intake;

import java.util.regex.Pattern;
import org.breachledger.intake.MomentCell.State;
import org.breachledger.intake.WordLists.Name;

/**
 * A day with words behind it: a time that cannot be read leaves the day; words that put the day in
 * doubt, or a second day, leave nothing; other words are kept beside it.
 */
final class RemarkedDay {

  private static final Pattern OTHER_DAY =
      Pattern.compile(
          "\\d\\s?[/-]\\s?\\d|\\d(?:st|nd|rd|th)\\b"
              + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\\b|[a-z]+uary\\b"
              + "|\\b(?:march|april|june|july|august|(?:septem|octo|novem|decem)ber)\\b"
              + "|^\\W*(?:19|20)\\d\\d\\b|^\\s*[-&+,/]\\s*\\d{1,2}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\d[:.h]\\d\\d|\\d\\s*[ap]\\.?m\\b|^\\W*\\d{1,2}$|^\\W*\\d{4}$",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 80;

  private final WordLists words;

  RemarkedDay(WordLists words) {
    this.words = words;
  }

  /** What a text says that begins with a day and goes on. */
  MomentCell read(DayText text) {
    String rest = text.rest();
    boolean undone = rest.length() > LONGEST || words.hasWithin(Name.DOUBT, rest, "undone");
    if (undone || rest.contains("?") || OTHER_DAY.matcher(rest).find()) {
      return MomentCell.of(State.UNREADABLE);
    }
    if (CLOCK.matcher(rest).find() || words.hasWithin(Name.PART_OF_DAY, rest)) {
      return MomentCell.of(text.day()).andMore().but(Faults.UNREADABLE_TIME);
    }
    if (inexact(rest)) {
      return MomentCell.of(State.UNREADABLE);
    }
    State state = words.hasWithin(Name.BESIDE, rest) ? State.MOMENT : State.REMARKED;
    return new MomentCell(state, text.day(), true, null);
  }

  /** Whether words say that a day is not quite the day. */
  boolean inexact(String text) {
    return text.contains("?") || words.hasWithin(Name.DOUBT, text, "inexact");
  }
}

package org.breachledger.intake;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.intake.MomentCell.State;
import org.breachledger.intake.WordLists.Name;

/**
 * Tells what a cell of a column of moments says: a date in any writing, a bare Yes or No, both in
 * one cell ({@code Y 12/03/24}), or nothing.
 */
final class MomentCells {

  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
  private static final Pattern FIRST_WORD =
      Pattern.compile("(\\p{L}+)([^\\p{L}].*)", Pattern.DOTALL);

  /** "Y?", "Y/N" and "n/k yet" begin with a letter that answers nothing. */
  private static final Pattern DOUBTED = Pattern.compile("\\s*(?:\\?|/\\s*\\p{L})");

  private static final Pattern BETWEEN = Pattern.compile("^[\\s:;,.–—(-]*(?:on\\s+)?");
  private static final Pattern DATE_INSIDE =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)"
              + "|\\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
              + "[a-z]*[ -](?:\\d{4}|\\d{2})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private final WordLists words;
  private final boolean dates1904;
  private final RemarkedDay remarked;

  MomentCells(WordLists words, boolean dates1904) {
    this.words = words;
    this.remarked = new RemarkedDay(words);
    this.dates1904 = dates1904;
  }

  MomentCell read(GridCell cell) {
    LocalDateTime time = cell.time();
    return switch (cell.kind()) {
      case BLANK -> MomentCell.of(State.BLANK);
      case ERROR -> MomentCell.of(State.UNREADABLE);
      case DATE -> time == null ? MomentCell.of(State.UNREADABLE) : date(time, cell.showsTime());
      case NUMBER -> number(cell.text());
      case TEXT -> text(cell.text());
    };
  }

  private static MomentCell date(LocalDateTime time, boolean showsTime) {
    WrittenMoment day = WrittenMoment.certain(time.toLocalDate());
    return MomentCell.of(showsTime ? day.at(time.toLocalTime(), null) : day);
  }

  private MomentCell number(String digits) {
    if (digits.equals("0")) {
      return MomentCell.of(State.NOT_DONE);
    }
    Optional<LocalDateTime> serial =
        SERIAL.matcher(digits).matches()
            ? DateSerial.read(Double.parseDouble(digits), dates1904)
            : Optional.empty();
    return serial
        .map(time -> date(time, time.toLocalTime().toSecondOfDay() != 0))
        .or(() -> MomentText.parse(digits).map(MomentCell::of))
        .orElse(MomentCell.of(State.UNREADABLE));
  }

  private MomentCell text(String text) {
    if (words.has(Name.BLANK, text)) {
      return MomentCell.of(State.BLANK);
    }
    if (text.indexOf('/') < 0 && SERIAL.matcher(text).matches()) {
      return number(text);
    }
    return MomentText.parse(text)
        .map(MomentCell::of)
        .or(() -> MomentText.begin(text).map(remarked::read))
        .orElseGet(() -> answer(text));
  }

  private MomentCell answer(String text) {
    if (words.has(Name.NOT_DONE, text)) {
      return MomentCell.of(State.NOT_DONE);
    }
    if (words.has(Name.UNKNOWN, text)) {
      return MomentCell.of(State.UNKNOWN);
    }
    if (!text.endsWith("?") && (says("yes", text) || words.has(Name.DONE, text))) {
      return MomentCell.of(State.DONE);
    }
    Matcher first = FIRST_WORD.matcher(text);
    return first.matches()
        ? answerAndMore(first.group(1), first.group(2))
        : MomentCell.of(State.UNREADABLE);
  }

  private boolean says(String answer, String text) {
    return words.find(Name.ANSWER, text).filter(answer::equals).isPresent();
  }

  private MomentCell answerAndMore(String word, String rest) {
    if (DOUBTED.matcher(rest).lookingAt()) {
      return MomentCell.of(State.UNREADABLE);
    }
    if (says("yes", word)) {
      return done(BETWEEN.matcher(rest).replaceFirst("").strip());
    }
    if (words.has(Name.DONE, word) && !words.hasWithin(Name.DOUBT, rest, "undone")) {
      return done(BETWEEN.matcher(rest).replaceFirst("").strip());
    }
    boolean apart = !rest.matches("(?s)\\s+[\\p{L}\\p{N}].*");
    return apart && says("no", word)
        ? MomentCell.of(State.NOT_DONE).andMore()
        : MomentCell.of(State.UNREADABLE);
  }

  /** It was done, whatever is wrong with the date beside the Yes. */
  private MomentCell done(String rest) {
    Optional<WrittenMoment> whole = MomentText.parse(rest);
    if (whole.isPresent()) {
      return MomentCell.of(whole.get());
    }
    List<String> inside =
        DATE_INSIDE.matcher(rest).results().map(MatchResult::group).limit(2).toList();
    MomentCell done = MomentCell.of(State.DONE).andMore();
    if (inside.isEmpty()) {
      return done;
    }
    return inside.size() == 1 && !remarked.inexact(rest)
        ? MomentText.parse(inside.get(0))
            .map(moment -> MomentCell.of(moment).andMore())
            .orElse(done.but(Faults.UNREADABLE_DATE))
        : done.but(Faults.UNREADABLE_DATE);
  }
}

package org.breachledger.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.WordLists.Name;

/** Finds whose log it is where its rows do not say: in a title, the tab's name or the file's. */
final class SchoolName {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:name of (?:the )?)?(?:school|academy|setting|establishment)(?:'s)?(?: name)?"
              + "\\s*[:=–-]?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:name of (?:the )?)?(?:school|academy|setting|establishment)(?: name)?\\s*[:=]\\s*(.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTS = Pattern.compile("\\s+[-–—|]\\s+|[:|,;_()]|\\s{3,}");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\\d+|copy|final|v\\d+");
  private static final Pattern DATES =
      Pattern.compile("(?<!\\p{L})\\d+(?!\\p{L})|\\b(?:copy|final|v\\d+)\\b");

  private final WordLists words;

  SchoolName(WordLists words) {
    this.words = words;
  }

  /** The school named in the rows above the headings. */
  Optional<String> inTitles(List<List<String>> titles) {
    for (List<String> row : titles) {
      for (int i = 0; i < row.size(); i++) {
        Matcher labelled = LABELLED.matcher(row.get(i));
        if (labelled.matches()) {
          return Optional.of(labelled.group(1).strip());
        }
        if (i + 1 < row.size() && LABEL.matcher(row.get(i)).matches()) {
          return Optional.of(row.get(i + 1));
        }
      }
    }
    return titles.stream().flatMap(List::stream).flatMap(this::parts).findFirst();
  }

  /**
   * The school a tab is named after.
   *
   * @param several whether several tabs hold a log, so that any name of its own is a school's
   */
  Optional<String> inTab(String name, boolean several) {
    Optional<String> named = parts(name).findFirst();
    return named.isPresent() || !several || generic(name) ? named : Optional.of(name.strip());
  }

  /** The school in the name of a file or folder, without its ending. */
  Optional<String> inFileName(String name) {
    int dot = name.lastIndexOf('.');
    String bare = dot > 0 ? name.substring(0, dot) : name;
    String spaced = bare.contains(" ") ? bare : bare.replace('-', ' ');
    return parts(DATES.matcher(spaced).replaceAll(" ")).findFirst();
  }

  /** The parts of a title that hold a school's word and none of a log's. */
  private Stream<String> parts(String title) {
    return PARTS
        .splitAsStream(title)
        .map(String::strip)
        .filter(part -> part.length() <= 80 && part.contains(" "))
        .filter(part -> words.hasWithin(Name.SCHOOL, part))
        .filter(part -> !words.hasWithin(Name.NO_SCHOOL, part));
  }

  private boolean generic(String name) {
    String folded = FoldedText.of(name).toLowerCase(Locale.ROOT);
    return folded.isEmpty()
        || Stream.of(folded.split(" "))
            .anyMatch(
                word ->
                    words.has(Name.NO_SCHOOL, word.replaceFirst("\\d+$", ""))
                        || MONTH.matcher(word).matches());
  }
}

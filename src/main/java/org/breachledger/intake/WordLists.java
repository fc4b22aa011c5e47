package org.breachledger.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * The words people write into the cells of a log and what each stands for, list by list, from
 * {@code jobs/intake/words.csv}.
 */
final class WordLists {

  static final String TABLE = "intake/words.csv";

  private static final String SEVERITY = "severity/factors.csv";

  /** The lists, by the names the table uses. */
  enum Name {
    /** Nothing is written, in any column. */
    BLANK,
    /** Somebody wrote that it is not known. */
    UNKNOWN,
    /** It was not done: nothing is written in a column of moments. */
    NOT_DONE,
    /** It was done: a column of moments does not say when. */
    DONE,
    /** Says that there was nothing to report. */
    NIL,
    /** Says that the value stands in another row. */
    DITTO,
    /** Behind a date: says that it is not quite the day, or that nothing was done on it. */
    DOUBT,
    /** Behind a date: a time of day that no clock shows to the minute. */
    PART_OF_DAY,
    /** Behind a date: how it was done, which changes nothing about the day. */
    BESIDE,
    ANSWER,
    STATUS,
    CASE_STATE,
    DIRECTION,
    MEDIUM,
    FACTORS,
    DECLARED_LEVEL,
    ICO_DECISION,
    NOT_TOLD_GROUND,
    CLOSURE_FINDING,
    /** Begins a row of sums. */
    TOTAL,
    /** Found in a row below the headings that says how to fill them in. */
    HINT,
    /** Found in the title or name of an incident log. */
    LOG,
    /** Found in the name of a school. */
    SCHOOL,
    /** Found in a title or a tab's name that names no school. */
    NO_SCHOOL
  }

  /** Longer cells are no word of any list, and looking them up would only cost time. */
  private static final int LONGEST = 80;

  private static final int REMEMBERED = 4_096;

  private final Map<Name, Map<String, String>> lists;
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  /** By how much punctuation may lengthen a word. */
  private static final int PUNCTUATION = 8;

  private final Map<Name, Integer> longest = new EnumMap<>(Name.class);

  private WordLists(Map<Name, Map<String, String>> lists) {
    this.lists = lists;
    lists.forEach(
        (name, list) ->
            longest.put(
                name,
                list.keySet().stream().mapToInt(String::length).max().orElse(0) + PUNCTUATION));
  }

  static WordLists read(PolicySource source) {
    Map<Name, Map<String, String>> lists = new HashMap<>();
    for (PolicyTable.Row row :
        PolicyTable.read(source, TABLE, Set.of("list", "words", "code"), Set.of()).rows()) {
      Map<String, String> list = lists.computeIfAbsent(name(row), key -> new LinkedHashMap<>());
      String before = list.put(key(row.need("words")), row.get("code"));
      if (before != null && !before.equals(row.get("code"))) {
        throw row.refuse("\"" + row.get("words") + "\" stands twice with different codes");
      }
    }
    addFactors(source, lists);
    return new WordLists(lists);
  }

  /** A factor that a school adds to the severity table is known here by its code and its words. */
  private static void addFactors(PolicySource source, Map<Name, Map<String, String>> lists) {
    if (source.find(SEVERITY).isEmpty()) {
      return;
    }
    Map<String, String> factors = lists.computeIfAbsent(Name.FACTORS, key -> new LinkedHashMap<>());
    for (PolicyTable.Row row :
        PolicyTable.read(
                source,
                SEVERITY,
                Set.of("code", "weight", "words"),
                Set.of("condition", "why", "source"))
            .rows()) {
      if (!row.get("weight").isEmpty()) {
        factors.putIfAbsent(key(row.get("code")), row.get("code"));
        factors.putIfAbsent(key(row.get("words")), row.get("code"));
      }
    }
  }

  private static Name name(PolicyTable.Row row) {
    String list = row.need("list");
    return Arrays.stream(Name.values())
        .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(list))
        .findFirst()
        .orElseThrow(
            () ->
                row.refuse(
                    "list \""
                        + list
                        + "\" is unknown; allowed are "
                        + Arrays.toString(Name.values()).toLowerCase(Locale.ROOT)));
  }

  /** Folded words; a mark such as {@code ✓} or {@code -} stands for itself. */
  private static String key(String words) {
    String folded = FoldedText.of(words);
    return folded.isEmpty() ? words.strip() : folded;
  }

  /** The key of a cell; logs repeat the same few words, so those met before are remembered. */
  private String keyOf(String words) {
    if (words.length() > LONGEST) {
      return "";
    }
    String known = keys.get(words);
    if (known != null) {
      return known;
    }
    String key = key(words);
    if (keys.size() < REMEMBERED) {
      keys.put(words, key);
    }
    return key;
  }

  private Map<String, String> list(Name name) {
    return lists.getOrDefault(name, Map.of());
  }

  /** The code of these words, where they are the whole of a cell. */
  Optional<String> find(Name name, String words) {
    return Optional.ofNullable(list(name).get(keyOf(words)));
  }

  /** Whether these words, as the whole of a cell, are in the list. */
  boolean has(Name name, String words) {
    return words.length() <= longest.getOrDefault(name, 0) && list(name).containsKey(keyOf(words));
  }

  /** The code of the first entry of the list found among these words. */
  Optional<String> findWithin(Name name, String words) {
    String padded = " " + FoldedText.of(words) + " ";
    return list(name).entrySet().stream()
        .filter(entry -> padded.contains(" " + entry.getKey() + " "))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether any entry of the list that has this code is found among these words. */
  boolean hasWithin(Name name, String words, String code) {
    if (words.length() > LONGEST * 2) {
      return false;
    }
    String padded = " " + (words.length() > LONGEST ? key(words) : keyOf(words)) + " ";
    return list(name).entrySet().stream()
        .anyMatch(
            entry -> entry.getValue().equals(code) && padded.contains(" " + entry.getKey() + " "));
  }

  /** Whether any entry of the list is found among these words. */
  boolean hasWithin(Name name, String words) {
    return findWithin(name, words).isPresent();
  }

  /** The codes a list knows, for the sentence that says what is expected. */
  String allowed(Name name) {
    return String.join(", ", new java.util.LinkedHashSet<>(list(name).values()));
  }
}

package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * Words that stand for each other in the rules, such as all devices or all verbs of sending, from
 * {@code jobs/normalise/word-groups.csv}. A member is a word, several words, or another group; or,
 * in a group that only stands near, a phrase with gaps or groups in it.
 */
final class WordGroups {

  static final String TABLE = "normalise/word-groups.csv";

  /** The group of words that are passed over in texts and rules alike. */
  static final String IGNORED = "ignored";

  /** The group of words that turn what follows into its opposite. */
  static final String NEGATION = "negation";

  /** The group of set phrases whose single words mean nothing here, such as phone number. */
  static final String HARMLESS = "harmless";

  private final Map<String, List<String>> members;
  private final Map<String, PolicyTable.Row> firstRows;

  private WordGroups(Map<String, List<String>> members, Map<String, PolicyTable.Row> firstRows) {
    this.members = members;
    this.firstRows = firstRows;
  }

  static WordGroups read(PolicySource source) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    Map<String, PolicyTable.Row> rows = new HashMap<>();
    members.put(IGNORED, new ArrayList<>());
    members.put(NEGATION, new ArrayList<>());
    members.put(HARMLESS, new ArrayList<>());
    Set<String> columns = Set.of("group", "words", "why");
    for (PolicyTable.Row row : PolicyTable.read(source, TABLE, columns, Set.of()).rows()) {
      rows.putIfAbsent(row.need("group"), row);
      List<String> words = members.computeIfAbsent(row.get("group"), group -> new ArrayList<>());
      for (String word : BreachTypes.split(row.need("words"))) {
        if (words.contains(word)) {
          throw row.refuse("\"" + word + "\" stands twice in group " + row.get("group"));
        }
        words.add(word);
      }
    }
    WordGroups groups = new WordGroups(members, rows);
    rows.forEach((group, row) -> groups.flat(group, new HashSet<>()));
    return groups;
  }

  boolean has(String group) {
    return members.containsKey(group);
  }

  /** The phrases of a group written as phrases, which can only stand near; empty for any other. */
  List<String> phrases(String group) {
    List<String> written = members.getOrDefault(group, List.of());
    return written.stream().anyMatch(WordGroups::isPhrase) ? List.copyOf(written) : List.of();
  }

  private static boolean isPhrase(String member) {
    return member.contains(" ") && (member.contains("<") || member.contains(".."));
  }

  Set<String> names() {
    return members.keySet();
  }

  /** All words and word sequences of a group, those of the groups in it included. */
  List<String> words(String group) {
    return flat(group, new HashSet<>());
  }

  private List<String> flat(String group, Set<String> above) {
    List<String> flat = new ArrayList<>();
    above.add(group);
    for (String member : members.getOrDefault(group, List.of())) {
      if (!member.startsWith("<") || isPhrase(member)) {
        flat.add(member);
        continue;
      }
      String inner = member.substring(1, member.length() - 1);
      PolicyTable.Row row = firstRows.get(group);
      if (row != null && (above.contains(inner) || !members.containsKey(inner))) {
        throw row.refuse(
            "group " + member + " is unknown or holds itself; known are " + members.keySet());
      }
      flat.addAll(flat(inner, new HashSet<>(above)));
    }
    return flat;
  }
}

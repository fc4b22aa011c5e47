package org.breachledger.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breachledger.intake.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of access logs into kinds by their words: a kind has at least one word of each of
 * its groups and none of the groups it excludes.
 *
 * <p>Words are compared without case and punctuation, whole and in their order. Not for several
 * threads at once.
 */
final class EventWords {

  private static final int PLACES = 1 << 12;

  /**
   * A kind of line.
   *
   * @param has the groups of which a word must be there, as bits
   * @param hasNot the groups of which no word may be there, as bits
   */
  private record Kind(long has, long hasNot) {}

  /** A phrase as its words, each in lower case. */
  private record Phrase(List<String> words, long group) {}

  private final Map<Integer, List<Phrase>> byFirst = new HashMap<>();
  private final long[] firstWords = new long[64];
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, Long> groups = new LinkedHashMap<>();
  private final @Nullable String[] texts = new String[PLACES];
  private final long[] found = new long[PLACES];

  /** Adds a group of words. */
  void group(String name, List<String> phrases) {
    long bit = 1L << groups.size();
    groups.put(name, bit);
    for (String written : phrases) {
      List<String> words = words(written);
      if (!words.isEmpty()) {
        int hash = words.get(0).hashCode();
        firstWords[hash >>> 6 & 63] |= 1L << (hash & 63);
        byFirst.computeIfAbsent(hash, any -> new ArrayList<>()).add(new Phrase(words, bit));
      }
    }
  }

  /** Adds a kind of line; the groups must be there. */
  void kind(String name, List<String> has, List<String> hasNot) {
    kinds.put(name, new Kind(bits(has), bits(hasNot)));
  }

  List<String> groupNames() {
    return List.copyOf(groups.keySet());
  }

  List<String> kindNames() {
    return List.copyOf(kinds.keySet());
  }

  private long bits(List<String> names) {
    return names.stream()
        .mapToLong(name -> groups.getOrDefault(name, 0L))
        .reduce(0, (a, b) -> a | b);
  }

  /** The groups of which a word is in a line, as bits. */
  long groupsIn(AuditEvent event) {
    return groupsIn(event.kind()) | groupsIn(event.what()) | groupsIn(event.outcome());
  }

  /** Whether a line with words of these groups is of a kind. */
  boolean is(String kind, long groupsInLine) {
    Kind wanted = kinds.get(kind);
    return wanted != null
        && (groupsInLine & wanted.has()) == wanted.has()
        && (groupsInLine & wanted.hasNot()) == 0;
  }

  /** Texts that keep coming are looked through once. */
  private long groupsIn(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    String known = texts[place];
    if (known == null || !known.equals(text)) {
      texts[place] = text;
      found[place] = search(text);
    }
    return found[place];
  }

  /** Goes from word to word; only where a word may begin a phrase is it taken out of the text. */
  private long search(String text) {
    long groupsFound = 0;
    int hash = 0;
    int begun = -1;
    for (int i = 0; i <= text.length(); i++) {
      char sign = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(sign)) {
        begun = begun < 0 ? i : begun;
        hash = 31 * hash + Character.toLowerCase(sign);
      } else if (begun >= 0) {
        if ((firstWords[hash >>> 6 & 63] & 1L << (hash & 63)) != 0) {
          groupsFound |= phrasesAt(text, begun, hash);
        }
        begun = -1;
        hash = 0;
      }
    }
    return groupsFound;
  }

  private long phrasesAt(String text, int begun, int hash) {
    List<Phrase> candidates = byFirst.get(hash);
    if (candidates == null) {
      return 0;
    }
    List<String> rest = words(text.substring(begun));
    long groupsFound = 0;
    for (Phrase phrase : candidates) {
      int length = phrase.words().size();
      if (length <= rest.size() && rest.subList(0, length).equals(phrase.words())) {
        groupsFound |= phrase.group();
      }
    }
    return groupsFound;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int begun = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (letter && begun < 0) {
        begun = i;
      } else if (!letter && begun >= 0) {
        words.add(text.substring(begun, i).toLowerCase(Locale.ROOT));
        begun = -1;
      }
    }
    return words;
  }
}

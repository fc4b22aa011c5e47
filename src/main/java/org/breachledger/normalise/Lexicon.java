package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds all words and word sequences of the rules in a reading, in one pass: a tree over the
 * numbers of the words. Each node where a word or sequence ends knows the symbols it stands for,
 * such as the groups it is in.
 */
final class Lexicon {

  private static final int[] NOTHING = {};

  private final WordNumbers numbers;
  private final Map<Object, Integer> symbols = new HashMap<>();
  private final LongTable tree = new LongTable();
  private final List<int[]> endings = new ArrayList<>(List.of(NOTHING));
  private final List<Boolean> goesOn = new ArrayList<>(List.of(true));
  private int harmless = LongTable.NONE;

  Lexicon(WordNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * The symbol that stands for any of these words or word sequences, whatever their forms; words
   * that are passed over fall away.
   *
   * @return the symbol, or {@link LongTable#NONE} where nothing is left to match
   */
  int symbol(List<String> members) {
    SortedSet<Integer> nodes = new TreeSet<>();
    for (String member : members) {
      nodes.add(node(WordReader.split(member)));
    }
    nodes.remove(0);
    if (nodes.isEmpty()) {
      return LongTable.NONE;
    }
    Integer known = symbols.putIfAbsent(nodes, symbols.size());
    if (known != null) {
      return known;
    }
    int symbol = symbols.size() - 1;
    nodes.forEach(node -> addEnding(node, symbol));
    return symbol;
  }

  /** A symbol that no word stands for, for a phrase found later; the same name, the same symbol. */
  int reserve(String name) {
    return symbols.computeIfAbsent(name, fresh -> symbols.size());
  }

  /**
   * Names the symbol of set phrases: what lies in or across one, but does not hold it, is dropped.
   */
  void passOver(int symbol) {
    harmless = symbol;
  }

  private int node(List<String> words) {
    int node = 0;
    for (String word : words) {
      int number = numbers.add(word);
      if (number == WordNumbers.IGNORED) {
        continue;
      }
      int next = tree.get(node, number);
      if (next == LongTable.NONE) {
        next = endings.size();
        endings.add(NOTHING);
        goesOn.add(false);
        tree.put(node, number, next);
        goesOn.set(node, true);
      }
      node = next;
    }
    return node;
  }

  private void addEnding(int node, int symbol) {
    int[] old = endings.get(node);
    if (Arrays.stream(old).noneMatch(other -> other == symbol)) {
      int[] more = Arrays.copyOf(old, old.length + 1);
      more[old.length] = symbol;
      endings.set(node, more);
    }
  }

  /** How many nodes there are. */
  int nodes() {
    return endings.size();
  }

  /** The symbols a node stands for. */
  int[] symbolsOf(int node) {
    return endings.get(node);
  }

  /** All occurrences in a reading, by where they begin. */
  Occurrences find(Reading reading) {
    Occurrences found = new Occurrences(reading.size());
    for (int start = 0; start < reading.size(); start++) {
      walk(reading, start, found);
    }
    return found.withoutHarmless();
  }

  private void walk(Reading reading, int start, Occurrences found) {
    int node = 0;
    int sentence = reading.sentence(start);
    for (int at = start; at < reading.size() && reading.sentence(at) == sentence; at++) {
      node = reading.word(at) < 0 ? LongTable.NONE : tree.get(node, reading.word(at));
      if (node == LongTable.NONE) {
        return;
      }
      int[] stands = endings.get(node);
      if (stands.length > 0) {
        found.add(node, start, at, sentence, isHarmless(stands));
      }
      if (!goesOn.get(node)) {
        return;
      }
    }
  }

  private boolean isHarmless(int[] stands) {
    for (int symbol : stands) {
      if (symbol == harmless) {
        return true;
      }
    }
    return false;
  }
}

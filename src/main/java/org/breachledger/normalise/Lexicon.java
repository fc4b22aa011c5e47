package org.breachledger.normalise;

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
  private final Map<List<String>, Integer> written = new HashMap<>();
  private final WordTree tree = new WordTree();
  private int[][] endings = {};
  private boolean[] harmless = {};

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
    Integer before = written.get(members);
    if (before != null) {
      return before;
    }
    int symbol = fresh(members);
    written.put(members, symbol);
    return symbol;
  }

  private int fresh(List<String> members) {
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
   * Names the symbol of set phrases, once all of them are in: what lies in or across one, but does
   * not hold it, is dropped.
   */
  void passOver(int symbol) {
    harmless = new boolean[endings.length];
    for (int node = 0; node < endings.length; node++) {
      harmless[node] = Arrays.stream(endings[node]).anyMatch(other -> other == symbol);
    }
  }

  private int node(List<String> words) {
    return tree.add(
        words.stream().map(numbers::add).filter(word -> word != WordNumbers.IGNORED).toList());
  }

  private void addEnding(int node, int symbol) {
    if (node >= endings.length) {
      int old = endings.length;
      endings = Arrays.copyOf(endings, node * 2 + 64);
      Arrays.fill(endings, old, endings.length, NOTHING);
    }
    int[] known = endings[node];
    if (Arrays.stream(known).noneMatch(other -> other == symbol)) {
      endings[node] = Arrays.copyOf(known, known.length + 1);
      endings[node][known.length] = symbol;
    }
  }

  /** How many nodes there are. */
  int nodes() {
    return tree.size();
  }

  /** The symbols a node stands for. */
  int[] symbolsOf(int node) {
    return node < endings.length ? endings[node] : NOTHING;
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
    int node = tree.next(0, reading.word(start));
    int sentence = reading.sentence(start);
    int at = start;
    while (node != WordTree.NONE) {
      if (symbolsOf(node).length > 0) {
        found.add(node, start, at, sentence, isHarmless(node));
      }
      at++;
      if (!tree.goesOn(node) || at == reading.size() || reading.sentence(at) != sentence) {
        return;
      }
      node = tree.next(node, reading.word(at));
    }
  }

  private boolean isHarmless(int node) {
    return node < harmless.length && harmless[node];
  }
}

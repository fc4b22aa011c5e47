package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.breachledger.policy.PolicyTable;

/** Reads phrases and what stands near them, as the wording tables write them. */
final class PhraseParser {

  private final WordGroups groups;
  private final Lexicon lexicon;
  private final PhraseIndex index;
  private final Set<String> harmless;
  private final Set<Integer> asked = new HashSet<>();

  PhraseParser(WordGroups groups, Lexicon lexicon, PhraseIndex index) {
    this.groups = groups;
    this.lexicon = lexicon;
    this.index = index;
    this.harmless = Set.copyOf(groups.words(WordGroups.HARMLESS));
  }

  /** The phrase of a row. */
  Phrase phrase(PolicyTable.Row row) {
    return phrase(row, row.need("phrase"));
  }

  private Phrase phrase(PolicyTable.Row row, String written) {
    List<Phrase.Step> steps = new ArrayList<>();
    Phrase.Gap gap = Phrase.Gap.NONE;
    for (String piece : pieces(written)) {
      if (Set.of("..", "...").contains(piece)) {
        if (steps.isEmpty() || gap != Phrase.Gap.NONE) {
          throw row.refuse("a gap must stand between two words; take it away");
        }
        gap = piece.length() == 2 ? Phrase.Gap.SHORT : Phrase.Gap.SENTENCE;
        continue;
      }
      for (int symbol : symbols(row, piece)) {
        steps.add(new Phrase.Step(symbol, gap));
        gap = Phrase.Gap.NONE;
      }
    }
    if (steps.isEmpty()) {
      throw row.refuse("this phrase has only words that are passed over and can never match");
    }
    if (gap != Phrase.Gap.NONE) {
      throw row.refuse("a gap must stand between two words; take it away");
    }
    return new Phrase(steps);
  }

  /** The pieces of a phrase, with set phrases that are passed over elsewhere kept as one. */
  private List<String> pieces(String written) {
    List<String> pieces = new ArrayList<>(List.of(written.split("\\s+")));
    for (int at = 0; at < pieces.size(); at++) {
      for (int end = Math.min(pieces.size(), at + 4); end > at + 1; end--) {
        String joined = String.join(" ", pieces.subList(at, end));
        if (harmless.contains(joined)) {
          pieces.subList(at, end).clear();
          pieces.add(at, joined);
        }
      }
    }
    return pieces;
  }

  private List<Integer> symbols(PolicyTable.Row row, String piece) {
    if (piece.startsWith("<") || piece.contains("|")) {
      return List.of(any(row, piece));
    }
    if (harmless.contains(piece)) {
      return List.of(lexicon.symbol(List.of(piece)));
    }
    if (piece.matches(".*[.!?;].*")) {
      throw row.refuse("\"" + piece + "\" ends a sentence inside a phrase, which can never match");
    }
    List<Integer> symbols = new ArrayList<>();
    for (String word : WordReader.split(piece)) {
      int symbol = lexicon.symbol(List.of(word));
      if (symbol != LongTable.NONE) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }

  private int any(PolicyTable.Row row, String piece) {
    List<String> members = new ArrayList<>();
    for (String one : piece.split("\\|")) {
      members.addAll(one.startsWith("<") ? group(row, one) : List.of(one.replace('_', ' ')));
    }
    int symbol = lexicon.symbol(members);
    if (symbol == LongTable.NONE) {
      throw row.refuse("\"" + piece + "\" stands for no word and can never match");
    }
    return symbol;
  }

  private List<String> group(PolicyTable.Row row, String piece) {
    String name = piece.endsWith(">") ? piece.substring(1, piece.length() - 1) : "";
    if (!groups.has(name)) {
      throw row.refuse("word group " + piece + " is unknown; known are " + groups.names());
    }
    if (!groups.phrases(name).isEmpty()) {
      throw row.refuse(
          "group " + piece + " holds phrases and can only stand alone in \"near\" or \"not_near\"");
    }
    return groups.words(name);
  }

  /** What a column of a row asks to stand near. */
  Nearby nearby(PolicyTable.Row row, String column) {
    List<List<Nearby.Part>> alternatives = new ArrayList<>();
    for (String alternative : BreachTypes.split(row.get(column))) {
      for (String written : situations(alternative)) {
        List<Nearby.Part> parts = new ArrayList<>();
        for (String part : written.split("&")) {
          parts.add(part(row, part.strip()));
        }
        alternatives.add(parts);
      }
    }
    return new Nearby(alternatives);
  }

  /** The phrases a group of phrases stands for; what is no such group stands for itself. */
  private List<String> situations(String alternative) {
    String reach = alternative.startsWith("text:") ? "text:" : "";
    String words = alternative.substring(reach.length());
    List<String> phrases =
        words.matches("<[^<>\\s]+>")
            ? groups.phrases(words.substring(1, words.length() - 1))
            : List.of();
    return phrases.isEmpty()
        ? List.of(alternative)
        : phrases.stream().map(phrase -> reach + phrase).toList();
  }

  private Nearby.Part part(PolicyTable.Row row, String written) {
    boolean wholeText = written.startsWith("text:");
    String words = wholeText ? written.substring(5).strip() : written;
    int symbol = words.matches("\\S+") ? single(row, words) : several(row, words);
    if (symbol == LongTable.NONE) {
      throw row.refuse("\"" + written + "\" stands for no word and can never stand near");
    }
    return new Nearby.Part(symbol, index.slot(symbol), wholeText);
  }

  private int single(PolicyTable.Row row, String word) {
    return word.startsWith("<") || word.contains("|")
        ? any(row, word)
        : lexicon.symbol(List.of(word));
  }

  private int several(PolicyTable.Row row, String words) {
    Phrase phrase = phrase(row, words);
    int symbol = lexicon.reserve("phrase " + words);
    if (asked.add(symbol)) {
      index.addNearby(phrase, index.slot(symbol));
    }
    return symbol;
  }
}

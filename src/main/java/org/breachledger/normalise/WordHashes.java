package org.breachledger.normalise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.shingle.ShingleAnalyzerWrapper;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.breachledger.incident.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * The words of an incident and its pairs of neighbouring words, each as a number from which the
 * word cannot be read: what is learned holds no words.
 *
 * <p>The tables of the wording rules play no part, so that a learned version stays what it was when
 * they are edited.
 */
final class WordHashes {

  private static final int MOST_WORDS = 250;
  private static final int NUMBERS = 1 << 20;
  private static final Analyzer ANALYSER =
      new ShingleAnalyzerWrapper(
          new EnglishAnalyzer(), 2, 2, ShingleFilter.DEFAULT_TOKEN_SEPARATOR, true, false, "_");

  private WordHashes() {}

  /**
   * The numbers in ascending order, each once.
   *
   * @param category the type as its sheet writes it: its words, and all of it as one; or null
   * @param text the description; or null
   */
  static int[] of(@Nullable String category, @Nullable String text) {
    SortedSet<Integer> hashes = new TreeSet<>();
    if (category != null && !category.isBlank()) {
      hashes.add(hash("category: " + FoldedText.of(category)));
      add(category, hashes);
    }
    if (text != null) {
      add(text, hashes);
    }
    return hashes.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void add(String text, SortedSet<Integer> hashes) {
    try (TokenStream stream = ANALYSER.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      for (int words = 0; words < 2 * MOST_WORDS && stream.incrementToken(); words++) {
        hashes.add(hash(term.toString()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int hash(String word) {
    return StringHelper.murmurhash3_x86_32(new BytesRef(word), 0) & NUMBERS - 1;
  }
}

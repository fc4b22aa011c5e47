package org.breachledger.normalise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;

/**
 * Brings the forms of a word together: regular endings by Lucene's English stemmer, irregular and
 * American ones by the rows of {@code jobs/normalise/word-forms.csv}.
 */
final class WordForms {

  static final String TABLE = "normalise/word-forms.csv";

  private final Analyzer analyser;

  private WordForms(StemmerOverrideFilter.StemmerOverrideMap irregular) {
    this.analyser = chain(irregular);
  }

  static WordForms read(PolicySource source) {
    try {
      StemmerOverrideFilter.Builder regular = new StemmerOverrideFilter.Builder();
      WordForms plain = new WordForms(regular.build());
      StemmerOverrideFilter.Builder irregular = new StemmerOverrideFilter.Builder();
      Map<String, Integer> lines = new HashMap<>();
      for (PolicyTable.Row row :
          PolicyTable.read(source, TABLE, Set.of("form", "counts_as"), Set.of()).rows()) {
        String form = row.need("form");
        Integer before = lines.put(form, row.line());
        if (before != null) {
          throw row.refuse("\"" + form + "\" stands on line " + before + " too; keep one row");
        }
        String word = row.need("counts_as");
        irregular.add(form, word.startsWith("=") ? word : plain.stem(word));
      }
      return new WordForms(irregular.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer chain(StemmerOverrideFilter.StemmerOverrideMap irregular) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer whole = new KeywordTokenizer();
        TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(whole));
        TokenStream known = new StemmerOverrideFilter(folded, irregular);
        return new TokenStreamComponents(whole, new PorterStemFilter(known));
      }
    };
  }

  /** The stem that all forms of a word share; {@code word} is one word without spaces. */
  String stem(String word) {
    try (TokenStream stream = analyser.tokenStream("", british(word))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String stem = stream.incrementToken() ? term.toString() : word;
      stream.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String british(String word) {
    int z = word.lastIndexOf("iz");
    boolean ending = z > 2 && z >= word.length() - 7 && word.length() > z + 2;
    return ending ? word.substring(0, z) + "is" + word.substring(z + 2) : word;
  }
}

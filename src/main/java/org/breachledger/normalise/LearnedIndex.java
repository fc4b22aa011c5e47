package org.breachledger.normalise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds the confirmed incidents most similar to another by the words they share, the rare ones
 * counting most (BM25). In memory only; the order of the examples breaks ties.
 */
final class LearnedIndex {

  private static final String WORD = "word";
  private static final FieldType WORDS = new FieldType();

  /** One word in common says nothing. */
  private static final int FEWEST_IN_COMMON = 2;

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(false);
    WORDS.freeze();
  }

  /** An example, by its place, and how similar it is. */
  record Neighbour(int example, double similarity) {}

  private final IndexSearcher searcher;

  LearnedIndex(List<LearnedExample> examples) {
    try {
      ByteBuffersDirectory memory = new ByteBuffersDirectory();
      IndexWriterConfig settings =
          new IndexWriterConfig()
              .setMergePolicy(new LogDocMergePolicy())
              .setMergeScheduler(new SerialMergeScheduler());
      try (IndexWriter writer = new IndexWriter(memory, settings)) {
        for (LearnedExample example : examples) {
          writer.addDocument(document(example));
        }
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(LearnedExample example) {
    Document document = new Document();
    for (int hash : example.hashes()) {
      document.add(new Field(WORD, Integer.toString(hash), WORDS));
    }
    return document;
  }

  /**
   * The most similar examples, the most similar first.
   *
   * @param most how many at most
   * @param counts which of the words to look at
   * @param without the place of an example to leave out; below zero for none
   */
  List<Neighbour> nearest(int[] hashes, int most, IntPredicate counts, int without) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.setMinimumNumberShouldMatch(FEWEST_IN_COMMON);
    for (int hash : hashes) {
      if (counts.test(hash)) {
        query.add(
            new TermQuery(new Term(WORD, Integer.toString(hash))), BooleanClause.Occur.SHOULD);
      }
    }
    try {
      List<Neighbour> nearest = new ArrayList<>();
      for (ScoreDoc found : searcher.search(query.build(), most + 1).scoreDocs) {
        if (found.doc != without && nearest.size() < most) {
          nearest.add(new Neighbour(found.doc, found.score));
        }
      }
      return nearest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.breachledger.normalise;

import java.util.List;
import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;

/**
 * How the wording rules are weighed, from {@code jobs/normalise/typing.yaml}.
 *
 * @param mostWords how many words of a description are read
 * @param sentenceWeights how much a sentence counts, first to last; the last holds for all later
 * @param tellingSentences how many sentences "text:" in a rule looks at, asides not counted
 * @param asideShare how much a sentence on remedies, notification or history counts
 * @param highCue for high confidence, at least so many points of one rule
 * @param highMargin and so many points in all more than the next type
 * @param mediumCue the same for medium confidence
 * @param mediumMargin the same for medium confidence
 */
record TypingSettings(
    int mostWords,
    List<Double> sentenceWeights,
    int tellingSentences,
    double asideShare,
    double highCue,
    double highMargin,
    double mediumCue,
    double mediumMargin) {

  static final String FILE = "normalise/typing.yaml";

  static TypingSettings read(PolicySource source) {
    PolicyDocument document =
        PolicyDocument.read(source, FILE)
            .allow(
                "most_words",
                "sentence_weights",
                "telling_sentences",
                "aside_share",
                "high_cue",
                "high_margin",
                "medium_cue",
                "medium_margin");
    List<Double> weights =
        document.list("sentence_weights").stream()
            .map(weight -> number(document, "sentence_weights", weight))
            .toList();
    double words = number(document, "most_words");
    if (weights.isEmpty() || words < 10) {
      throw document.refuse(
          "sentence_weights needs one number or more, most_words must be 10 or more");
    }
    return new TypingSettings(
        (int) words,
        weights,
        (int) number(document, "telling_sentences"),
        number(document, "aside_share"),
        number(document, "high_cue"),
        number(document, "high_margin"),
        number(document, "medium_cue"),
        number(document, "medium_margin"));
  }

  private static double number(PolicyDocument document, String key) {
    return number(document, key, document.need(key));
  }

  private static double number(PolicyDocument document, String key, String written) {
    try {
      double number = Double.parseDouble(written);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number under zero
    }
    throw document.refuse("\"" + written + "\" under \"" + key + "\" is no number of 0 or more");
  }

  double weight(int sentence) {
    return sentenceWeights.get(Math.min(sentence, sentenceWeights.size() - 1));
  }

  /** How sure a type is whose strongest rule gave {@code cue} points and that is so far ahead. */
  Confidence confidence(double cue, double margin) {
    if (cue >= highCue && margin >= highMargin) {
      return Confidence.HIGH;
    }
    return cue >= mediumCue && margin >= mediumMargin ? Confidence.MEDIUM : Confidence.LOW;
  }
}

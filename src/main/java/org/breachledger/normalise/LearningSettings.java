package org.breachledger.normalise;

import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicySource;

/**
 * When a breach type is learned and suggested, from {@code jobs/normalise/learning.yaml}.
 *
 * @param fewestExamples how many incidents must be confirmed before anything is learned
 * @param fewestOfAType how many of a type before that type is suggested
 * @param fewestWithAWord in how many confirmed incidents a word must stand to count
 * @param neighbours how many of the most similar confirmed incidents are asked
 * @param share how much of their say the suggested type must have, 0 to 1
 * @param provenAnswers so many answers that agree with the rules' guess prove the suggestions
 * @param provenShare where this share of them is right, 0 to 1
 */
public record LearningSettings(
    int fewestExamples,
    int fewestOfAType,
    int fewestWithAWord,
    int neighbours,
    double share,
    int provenAnswers,
    double provenShare) {

  static final String FILE = "normalise/learning.yaml";

  private static final int MOST = 1_000_000;

  /**
   * Reads the file.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a number is missing or out
   *     of bounds
   */
  public static LearningSettings read(PolicySource source) {
    PolicyDocument document =
        PolicyDocument.read(source, FILE)
            .allow(
                "fewest_examples",
                "fewest_of_a_type",
                "fewest_with_a_word",
                "neighbours",
                "share",
                "proven_answers",
                "proven_share");
    return new LearningSettings(
        (int) number(document, "fewest_examples", 2, MOST, true),
        (int) number(document, "fewest_of_a_type", 1, MOST, true),
        (int) number(document, "fewest_with_a_word", 2, MOST, true),
        (int) number(document, "neighbours", 1, 1000, true),
        number(document, "share", 0, 1, false),
        (int) number(document, "proven_answers", 1, MOST, true),
        number(document, "proven_share", 0, 1, false));
  }

  private static double number(
      PolicyDocument document, String key, int least, int most, boolean whole) {
    String written = document.need(key);
    try {
      double number = whole ? Integer.parseInt(written) : Double.parseDouble(written);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of bounds
    }
    throw new org.breachledger.policy.RefusedTable(
        FILE,
        document.lineOf(key),
        "\""
            + written
            + "\" under \""
            + key
            + "\" is no "
            + (whole ? "whole number" : "number")
            + " from "
            + least
            + " to "
            + most);
  }
}

package org.breachledger.normalise;

/**
 * How right suggestions are: every confirmed incident judged by all the others, as if it had never
 * been confirmed (leave one out).
 *
 * @param examples how many were judged
 * @param answered how many got a suggestion
 * @param right how many of these the type that was confirmed
 * @param unsure how many the rules leave open, which are those it speaks on
 * @param unsureAnswered how many of these got a suggestion
 * @param unsureRight how many of these the type that was confirmed
 * @param agreed how many of the suggestions on unsure ones are the rules' own guess, too
 * @param agreedRight how many of these are the type that was confirmed
 */
public record LearningTrial(
    int examples,
    int answered,
    int right,
    int unsure,
    int unsureAnswered,
    int unsureRight,
    int agreed,
    int agreedRight) {

  static final LearningTrial NOTHING = new LearningTrial(0, 0, 0, 0, 0, 0, 0, 0);

  /** Whether suggestions that agree with the rules' guess have proved right often enough. */
  boolean proves(LearningSettings settings) {
    return agreed >= settings.provenAnswers() && agreedRight >= settings.provenShare() * agreed;
  }

  /** One more that got no suggestion. */
  LearningTrial unanswered(boolean open) {
    return new LearningTrial(
        examples + 1,
        answered,
        right,
        unsure + (open ? 1 : 0),
        unsureAnswered,
        unsureRight,
        agreed,
        agreedRight);
  }

  /**
   * One more that got a suggestion.
   *
   * @param open whether the rules leave it open
   * @param agrees whether the suggestion is their guess
   * @param hit whether it is the confirmed type
   */
  LearningTrial answered(boolean open, boolean agrees, boolean hit) {
    int both = open && agrees ? 1 : 0;
    return new LearningTrial(
        examples + 1,
        answered + 1,
        right + (hit ? 1 : 0),
        unsure + (open ? 1 : 0),
        unsureAnswered + (open ? 1 : 0),
        unsureRight + (open && hit ? 1 : 0),
        agreed + both,
        agreedRight + (hit ? both : 0));
  }
}

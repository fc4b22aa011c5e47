package org.breachledger.policy;

/**
 * What a policy calls a range of scores, and the Category Level it stands for [004 6.7.1].
 *
 * @param scores the scores it covers
 * @param label the policy's word, such as {@code Category Level 2} or {@code major}
 * @param level 1, or 2 where notification of the ICO must be considered
 * @param meaning what follows, in plain words
 */
public record ScoreLabel(PolicySteps.Step scores, String label, int level, String meaning) {}

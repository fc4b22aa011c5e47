package org.breachledger.normalise;

/**
 * Learned types with the number under which they are switched on and cited.
 *
 * @param version from 1
 */
public record LearnedVersion(int version, LearnedTypes types) {

  /** Where a suggestion comes from, such as "learned from 42 confirmed incidents (version 3)". */
  String origin() {
    return "learned from " + types.size() + " confirmed incidents (version " + version + ")";
  }
}

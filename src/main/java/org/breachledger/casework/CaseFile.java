package org.breachledger.casework;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Facts;

/**
 * All that is on record of one incident: the facts of its sheets with those a person recorded, the
 * decisions, and the actions.
 *
 * @param id its number in the register
 * @param reference as written; {@code incident} and its number where none was given
 * @param facts without the reporter
 * @param computedLevel the Category Level its score gives; empty where there is none
 * @param breachType empty where nothing points to one
 * @param decisions in the order they were recorded
 * @param actions of its sheet and recorded
 */
public record CaseFile(
    long id,
    String school,
    String reference,
    Facts facts,
    Optional<Integer> computedLevel,
    Optional<Integer> score,
    Optional<String> breachType,
    List<Decision> decisions,
    List<CaseAction> actions) {

  /** Copies the lists. */
  public CaseFile {
    decisions = List.copyOf(decisions);
    actions = List.copyOf(actions);
  }

  /** The same case with other facts. */
  CaseFile with(Facts others) {
    return new CaseFile(
        id, school, reference, others, computedLevel, score, breachType, decisions, actions);
  }

  /** Names the incident, not what is known of it. */
  @Override
  public String toString() {
    return "CaseFile[" + id + "]";
  }
}

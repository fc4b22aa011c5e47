package org.breachledger.normalise;

import java.util.List;
import java.util.Set;
import org.breachledger.incident.BreachType;

/**
 * One breach type as the policy's appendix means it, and as other bodies count it [004 Appendix A].
 *
 * @param code the canonical code, such as {@code LOST_IN_TRANSIT}
 * @param title the words a governor reads
 * @param definition what belongs into it, in plain words
 * @param icoTypes the incident types under which the ICO publishes such incidents; may be empty
 * @param gdprEffects what is broken: {@code confidentiality}, {@code integrity}, {@code
 *     availability}
 * @param verisAction the action in the VERIS vocabulary
 * @param source the paragraph it is taken from
 * @param subTypes its parts, in the order of the table; may be empty
 */
public record TypeDefinition(
    String code,
    String title,
    String definition,
    List<String> icoTypes,
    Set<String> gdprEffects,
    String verisAction,
    String source,
    List<SubType> subTypes) {

  /** Copies the lists. */
  public TypeDefinition {
    icoTypes = List.copyOf(icoTypes);
    gdprEffects = Set.copyOf(gdprEffects);
    subTypes = List.copyOf(subTypes);
  }

  /** The code and the title alone. */
  public BreachType type() {
    return new BreachType(code, title);
  }
}

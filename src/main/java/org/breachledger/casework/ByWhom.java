package org.breachledger.casework;

import java.util.Optional;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicyProfile;

/**
 * Who decided, signed or owns something: a role of the policy, or a person.
 *
 * <p>Exactly one of the two is given. A person's name stays in the record: papers, exports and logs
 * say {@link #words}.
 *
 * @param role the role's code in the policy profile
 * @param name the person as written
 */
public record ByWhom(Optional<String> role, Optional<String> name) {

  /** What is said in place of a person's name. */
  public static final String PERSON = "a named person";

  /** Refuses nobody, and both at once. */
  public ByWhom {
    if (role.isPresent() == name.isPresent()) {
      throw new IllegalArgumentException("either a role or a name");
    }
  }

  /** Reads a role's code or title, in any case, as that role, and anything else as a person. */
  public static ByWhom parse(String written, PolicyProfile profile) {
    String folded = FoldedText.of(written);
    return profile.titles().entrySet().stream()
        .filter(
            title ->
                FoldedText.of(title.getKey()).equals(folded)
                    || FoldedText.of(title.getValue()).equals(folded))
        .map(title -> new ByWhom(Optional.of(title.getKey()), Optional.empty()))
        .findFirst()
        .orElseGet(() -> new ByWhom(Optional.empty(), Optional.of(written.strip())));
  }

  /** The role's title in this policy; never a person's name. */
  public String words(PolicyProfile profile) {
    return role.map(code -> profile.findTitle(code).orElse(code)).orElse(PERSON);
  }

  /** As it is kept in the incident's record: the role's title, or the name. */
  public String written(PolicyProfile profile) {
    return name.orElseGet(() -> words(profile));
  }

  /** The role, never the name. */
  @Override
  public String toString() {
    return "ByWhom[" + role.orElse("person") + "]";
  }
}

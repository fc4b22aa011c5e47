package org.breachledger.policy;

import java.util.List;

/** A policy nobody wrote a profile for: wrong usage; the message names those there are. */
public class UnknownPolicy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses a name. */
  public UnknownPolicy(String name, List<String> known) {
    super(
        "there is no policy \""
            + name
            + "\"; the policies are "
            + String.join(", ", known)
            + ". Name one of these, or add jobs/policies/"
            + "<name>.yaml");
  }
}

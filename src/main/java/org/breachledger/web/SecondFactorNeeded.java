package org.breachledger.web;

import org.springframework.security.authentication.AccountStatusException;

/** The password was right, and the code of the second factor is still to come. */
final class SecondFactorNeeded extends AccountStatusException {
  private static final long serialVersionUID = 1L;

  private final SignedIn who;

  SecondFactorNeeded(SignedIn who) {
    super("a code is needed");
    this.who = who;
  }

  SignedIn who() {
    return who;
  }
}

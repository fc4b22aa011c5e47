package org.breachledger.pipeline.cli;

import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.pipeline.boot.Installation;

/** Makes the first accounts of a fresh installation and says their passwords once. */
final class FirstAccount {

  private FirstAccount() {}

  /**
   * Offers an account of the DPO where the trust has none at all, and one of the operator, who
   * invites everybody else, where it has none of that role. Each must set a password of its own at
   * once.
   */
  static void offer(Installation installation) {
    AccountStore accounts = installation.get(AccountStore.class);
    People people = installation.get(People.class);
    boolean fresh = accounts.isEmpty();
    if (fresh) {
      make(people, Role.DPO);
    }
    if (fresh || accounts.find(Role.OPERATOR.code()).isEmpty() && !accounts.has(Role.OPERATOR)) {
      make(people, Role.OPERATOR);
    }
  }

  private static void make(People people, Role role) {
    String password = FirstPassword.fresh();
    people.addFirst(
        new People.Details(role.title(), null, role, null), password, true, "breachledger");
    Console.err()
        .println(
            "First start: sign in as \""
                + role.code()
                + "\" with the password "
                + password
                + " and set your own. It is shown this once.");
  }
}

package org.breachledger.pipeline.cli;

import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
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
    boolean fresh = accounts.isEmpty();
    if (fresh) {
      make(accounts, Role.DPO);
    }
    if (fresh || accounts.find(Role.OPERATOR.code()).isEmpty() && !accounts.has(Role.OPERATOR)) {
      make(accounts, Role.OPERATOR);
    }
  }

  private static void make(AccountStore accounts, Role role) {
    String password = FirstPassword.fresh();
    accounts.create(role.code(), role, null, role.title(), password, true);
    Console.err()
        .println(
            "First start: sign in as \""
                + role.code()
                + "\" with the password "
                + password
                + " and set your own. It is shown this once.");
  }
}

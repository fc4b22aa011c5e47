package org.breachledger.pipeline.cli;

import java.security.SecureRandom;
import java.util.Base64;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.pipeline.boot.Installation;

/** Makes the first account of a fresh installation and says its password once. */
final class FirstAccount {

  private static final int BYTES = 12;
  private static final String NAME = "dpo";

  private FirstAccount() {}

  /** Offers an account where the trust has none; it must set a password of its own at once. */
  static void offer(Installation installation) {
    AccountStore accounts = installation.get(AccountStore.class);
    if (!accounts.isEmpty()) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    accounts.create(NAME, Role.DPO, null, Role.DPO.title(), password, true);
    Console.err()
        .println(
            "First start: sign in as \""
                + NAME
                + "\" with the password "
                + password
                + " and set your own. It is shown this once.");
  }
}

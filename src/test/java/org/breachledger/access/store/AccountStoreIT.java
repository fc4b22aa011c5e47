package org.breachledger.access.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.breachledger.access.Account;
import org.breachledger.access.Role;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountStoreIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final AccountStore accounts =
      new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC());

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aPasswordIsKeptAsAHashThatNamesItsAlgorithm() {
    assertThat(accounts.isEmpty()).isTrue();
    Account account = accounts.create(" DPO ", Role.DPO, "three odd words");

    assertThat(account.signInName()).isEqualTo("dpo");
    assertThat(account.passwordHash()).startsWith("{bcrypt}$2a$12$");
    assertThat(AccountStore.encoder().matches("three odd words", account.passwordHash())).isTrue();
    assertThat(accounts.find("Dpo")).contains(account);
    assertThat(accounts.isEmpty()).isFalse();
    assertThat(account).hasToString("Account[" + account.userId() + ", dpo]");
  }

  @Test
  void anAccountThatIsThereStaysAsItIs() {
    Account first = accounts.create("dpo", Role.DPO, "three odd words");

    assertThat(accounts.create("dpo", Role.OPERATOR, "other odd words")).isEqualTo(first);
  }

  @Test
  void aWeakPasswordIsRefused() {
    assertThatThrownBy(() -> accounts.create("dpo", Role.DPO, "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Enter a password of at least 10 characters");
    assertThat(accounts.isEmpty()).isTrue();
  }

  @Test
  void anotherTrustHasItsOwnAccounts() {
    accounts.create("dpo", Role.DPO, "three odd words");
    int other = database.found("Another trust");

    assertThat(database.trust().within(other, () -> accounts.find("dpo"))).isEmpty();
    assertThat(database.trust().within(other, accounts::isEmpty)).isTrue();
  }
}

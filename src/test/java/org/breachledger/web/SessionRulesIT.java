package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.breachledger.access.Account;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionRulesIT {

  private static final Instant BEGAN = Instant.parse("2026-07-01T08:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final AccountStore accounts =
      new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC());
  private final Account account = accounts.create("dpo", Role.DPO, "three odd words");
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "PT12H, true", "PT12H1S, false"})
  void aSessionEndsAfterItsLongestTimeHoweverMuchItIsUsed(Duration later, boolean stands) {
    SessionMark.put(request, account, BEGAN);

    assertThat(stands(later, Set.of())).isEqualTo(stands);
  }

  @Test
  void aSessionWithoutItsBeginningIsNone() {
    assertThat(stands(Duration.ZERO, Set.of())).isFalse();
  }

  @Test
  void aNewPasswordEndsTheSessionsBegunBefore() {
    SessionMark.put(request, account, BEGAN);
    accounts.changePassword(account, "four quite odd words");
    assertThat(stands(Duration.ZERO, Set.of())).isFalse();

    SessionMark.put(request, accounts.find("dpo").orElseThrow(), BEGAN);
    assertThat(stands(Duration.ZERO, Set.of())).isTrue();
  }

  @Test
  void aBlockedAccountIsOutAtItsNextRequest() {
    SessionMark.put(request, account, BEGAN);
    database.inTransaction(
        () -> database.jdbc().sql("update user_account set disabled = true").update());

    assertThat(stands(Duration.ZERO, Set.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"DPO, true", "OPERATOR, false"})
  void aRoleThatNeedsASecondFactorSetsItUpFirst(Role needing, boolean first) {
    SessionMark.put(request, account, BEGAN);

    assertThat(stands(Duration.ZERO, Set.of(needing))).isTrue();
    assertThat(request.getAttribute(SessionRules.FACTOR_FIRST)).isEqualTo(first);
  }

  private boolean stands(Duration later, Set<Role> needing) {
    AccessSettings settings =
        new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(12), needing);
    Clock clock = Clock.fixed(BEGAN.plus(later), ZoneOffset.UTC);
    return new SessionRules(accounts, settings, clock)
        .stands(new SignedIn(database.trustId(), account), request);
  }
}

package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.store.AccountStore;

/**
 * When a session has ended though its cookie is still there: it began too long ago, or since then
 * the account was blocked, or its password, its role or its school changed.
 */
final class SessionRules {

  /** Set on requests of accounts that must set up a second factor before anything else. */
  static final String FACTOR_FIRST = SessionRules.class.getName() + ".factorFirst";

  private final AccountStore accounts;
  private final AccessSettings settings;
  private final Clock clock;

  SessionRules(AccountStore accounts, AccessSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether the session of this request still stands; must be asked within the account's trust. */
  boolean stands(SignedIn me, HttpServletRequest request) {
    Optional<SessionMark> mark = SessionMark.find(request);
    if (mark.isEmpty() || mark.get().since().plus(settings.longest()).isBefore(clock.instant())) {
      return false;
    }
    Optional<Account> now =
        accounts
            .find(me.userId())
            .filter(account -> !account.disabled() && account.stamp() == mark.get().stamp());
    now.ifPresent(
        account ->
            request.setAttribute(
                FACTOR_FIRST,
                settings.secondFactor().contains(account.role()) && !account.secondFactor()));
    return now.isPresent();
  }
}

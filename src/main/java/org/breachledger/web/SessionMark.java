package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.breachledger.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers of its beginning.
 *
 * @param since when it began
 * @param stamp the account's then
 */
record SessionMark(Instant since, long stamp) implements Serializable {

  private static final String NAME = SessionMark.class.getName();

  /** Marks the session of a request. */
  static void put(HttpServletRequest request, Account account, Instant since) {
    request.getSession().setAttribute(NAME, new SessionMark(since, account.stamp()));
  }

  /** The mark of a request's session; empty where it has none. */
  static Optional<SessionMark> find(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    return session == null || !(session.getAttribute(NAME) instanceof SessionMark mark)
        ? Optional.empty()
        : Optional.of(mark);
  }
}

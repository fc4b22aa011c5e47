package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose password was right and whose code is awaited: signed in nowhere yet, and for a few
 * minutes only.
 *
 * @param stamp the account's when the password was right
 */
record HalfSignedIn(int trustId, long userId, long stamp, Instant at) implements Serializable {

  private static final String NAME = HalfSignedIn.class.getName();
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Awaits the code in a session of a new number. */
  static void put(HttpServletRequest request, SignedIn who, Instant at) {
    request.getSession();
    request.changeSessionId();
    request
        .getSession()
        .setAttribute(NAME, new HalfSignedIn(who.trustId(), who.userId(), who.stamp(), at));
  }

  /** Whose code this session awaits; empty where nobody's, or too long. */
  static Optional<HalfSignedIn> find(HttpServletRequest request, Instant now) {
    @Nullable HttpSession session = request.getSession(false);
    return session == null || !(session.getAttribute(NAME) instanceof HalfSignedIn half)
        ? Optional.empty()
        : Optional.of(half).filter(one -> one.at().plus(PATIENCE).isAfter(now));
  }

  /** Awaits it no longer. */
  static void forget(HttpServletRequest request) {
    request.getSession().removeAttribute(NAME);
  }
}

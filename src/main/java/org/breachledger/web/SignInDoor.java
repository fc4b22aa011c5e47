package org.breachledger.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.breachledger.access.Account;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.pipeline.database.CurrentTrust;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** What follows a right password, a wrong one, and a right code. */
final class SignInDoor {

  private final AccountStore accounts;
  private final People people;
  private final SignInThrottle throttle;
  private final CurrentTrust trust;
  private final Clock clock;
  private final SavedRequestAwareAuthenticationSuccessHandler onward =
      new SavedRequestAwareAuthenticationSuccessHandler();

  SignInDoor(
      AccountStore accounts,
      People people,
      SignInThrottle throttle,
      CurrentTrust trust,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.throttle = throttle;
    this.trust = trust;
    this.clock = clock;
  }

  /** A right password of an account without a second factor. */
  void opened(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws ServletException, IOException {
    throttle.succeeded(
        SignInThrottle.Kind.PASSWORD, ThrottleFilter.name(request), request.getRemoteAddr());
    enter(request, response, who);
  }

  /** A password that was not enough: wrong, or a code is still to come. */
  void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String name = ThrottleFilter.name(request);
    if (failure instanceof SecondFactorNeeded needed) {
      throttle.succeeded(SignInThrottle.Kind.PASSWORD, name, request.getRemoteAddr());
      HalfSignedIn.put(request, needed.who(), clock.instant());
      response.sendRedirect(request.getContextPath() + CodePage.PAGE);
      return;
    }
    people.refused(accounts.find(name), "password");
    response.sendRedirect(request.getContextPath() + Security.SIGN_IN + "?wrong");
  }

  /** A right code: only now somebody is signed in, in a session of a new number. */
  void completed(HttpServletRequest request, HttpServletResponse response, Account account)
      throws ServletException, IOException {
    HalfSignedIn.forget(request);
    request.changeSessionId();
    new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    SignedIn me = new SignedIn(trust.get(), account);
    me.eraseCredentials();
    Authentication who =
        UsernamePasswordAuthenticationToken.authenticated(me, null, me.getAuthorities());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    enter(request, response, who);
  }

  private void enter(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws ServletException, IOException {
    Optional<Account> account =
        who.getPrincipal() instanceof SignedIn me ? accounts.find(me.userId()) : Optional.empty();
    SessionMark.put(request, account.orElseThrow(), clock.instant());
    people.signedIn(account.orElseThrow());
    onward.onAuthenticationSuccess(request, response, who);
  }
}

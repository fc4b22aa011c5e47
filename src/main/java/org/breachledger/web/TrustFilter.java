package org.breachledger.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.breachledger.pipeline.database.CurrentTrust;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers each request for the trust of the account that is signed in, and for no other; one whose
 * session has ended is signed out instead.
 */
final class TrustFilter extends OncePerRequestFilter {

  private final CurrentTrust trust;
  private final SessionRules rules;

  TrustFilter(CurrentTrust trust, SessionRules rules) {
    this.trust = trust;
    this.rules = rules;
  }

  /** A servlet's failure on its way through a piece of work that may not throw it. */
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ServletException failure;

    Carried(ServletException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable Authentication authentication =
        SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      trust.within(me.trustId(), () -> answer(me, request, response, chain));
    } catch (Carried carried) {
      throw carried.failure;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean answer(
      SignedIn me, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      if (request.getDispatcherType() == DispatcherType.ERROR || rules.stands(me, request)) {
        chain.doFilter(request, response);
      } else {
        SignedOut.end(request);
        SignedOut.tell(request, response);
      }
      return true;
    } catch (ServletException e) {
      throw new Carried(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An error page is answered for the trust, too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}

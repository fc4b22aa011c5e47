package org.breachledger.web;

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

/** Answers each request for the trust of the account that is signed in, and for no other. */
final class TrustFilter extends OncePerRequestFilter {

  private final CurrentTrust trust;

  TrustFilter(CurrentTrust trust) {
    this.trust = trust;
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
      trust.within(me.trustId(), () -> answer(request, response, chain));
    } catch (Carried carried) {
      throw carried.failure;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean answer(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
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

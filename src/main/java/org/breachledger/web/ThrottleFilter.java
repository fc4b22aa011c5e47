package org.breachledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a sign-in away before its password is looked at, while its name and address must wait. */
final class ThrottleFilter extends OncePerRequestFilter {

  private final SignInThrottle throttle;

  ThrottleFilter(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // As it was understood: the address itself may be written in more than one way.
    return !request.getMethod().equals("POST")
        || !request.getServletPath().equals(Security.SIGN_IN);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (throttle.begin(SignInThrottle.Kind.PASSWORD, name(request), request.getRemoteAddr())) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + Security.SIGN_IN + "?wait");
    }
  }

  /**
   * The name as the sign-in looks it up, so that no sign before or behind it makes it another one
   * here; empty where none was sent.
   */
  static String name(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("name")).orElse("").trim();
  }
}

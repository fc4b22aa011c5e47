package org.breachledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.breachledger.pipeline.setup.FirstStart;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every page to the set-up while the trust has no account; a list too large is not read. */
final class SetUpFilter extends OncePerRequestFilter {

  /** On requests for the set-up while it waits: files may be sent without a sign-in. */
  static final String WAITS = SetUpFilter.class.getName();

  /** The most bytes of the form with its file; a list of a thousand schools is smaller. */
  static final long MOST = 512L * 1024;

  private final FirstStart firstStart;

  SetUpFilter(FirstStart firstStart) {
    this.firstStart = firstStart;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/static/") || path.equals("/actuator/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String page = request.getContextPath() + SetUpPage.PAGE;
    if (!firstStart.waits()) {
      chain.doFilter(request, response);
    } else if (!request.getRequestURI().equals(page)) {
      response.sendRedirect(page);
    } else if (request.getMethod().equals("POST") && !fits(request.getContentLengthLong())) {
      response.sendRedirect(page + "?large");
    } else {
      request.setAttribute(WAITS, true);
      chain.doFilter(request, response);
    }
  }

  private static boolean fits(long bytes) {
    return bytes >= 0 && bytes <= MOST;
  }
}

package org.breachledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs what a page failed with by its kinds and places. The server would write its message into the
 * log's own, and a message may quote a cell or a file's name: its own log of faults is switched
 * off.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UntoldFaults extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(UntoldFaults.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException fault) {
      LOG.error("a page failed", fault);
      throw fault;
    }
  }
}

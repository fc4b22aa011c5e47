package org.breachledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at an upload before a byte of it is read: only who may upload sends files, only to the page
 * for it, and one that is too large is answered with a page that says so.
 */
final class UploadFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getAttribute(SetUpFilter.WAITS) != null
        || !Optional.ofNullable(request.getContentType())
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String page = request.getContextPath() + UploadPages.UPLOAD;
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof SignedIn me)) {
      response.sendRedirect(request.getContextPath() + Security.SIGN_IN + "?ended");
    } else if (!request.getRequestURI().equals(page) || !mayUpload(me)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (request.getContentLengthLong() > UploadLimits.WHOLE) {
      response.sendRedirect(page + "?large");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean mayUpload(SignedIn me) {
    return !me.mustChange() && me.may(Right.IMPORT_STEPS);
  }
}
